package io.zizhu.device.card;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.finger.FingerTemplate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands on an identity card, in the words of the card (GA 450 text block). Withheld: it lives in the visit and is
 * never logged.
 *
 * @param nation GB/T 3304 code, two digits, empty where the card kind has none
 * @param number 18 characters with its GB 11643 check character
 * @param validTo empty for 长期 (no end)
 * @param photo the card's own picture, only where a decoder plug-in is present
 * @param more what only some kinds of card hold, or only some readers read
 */
public record IdCard(
        Kind kind,
        String name,
        Sex sex,
        String nation,
        LocalDate birth,
        String address,
        String number,
        String authority,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<Portrait> photo,
        More more) {

    /** A card with nothing beyond what every kind holds. */
    public IdCard(
            Kind kind,
            String name,
            Sex sex,
            String nation,
            LocalDate birth,
            String address,
            String number,
            String authority,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Optional<Portrait> photo) {
        this(kind, name, sex, nation, birth, address, number, authority, validFrom, validTo, photo, More.NONE);
    }

    /**
     * What only some cards hold; empty words where the kind has none of it.
     *
     * @param latinName as a foreigner's card writes it
     * @param chineseName as a foreigner's card writes it
     * @param nationality three letters or digits, a foreigner's country or region
     * @param permit number of the travel permit behind a residence permit of Hong Kong, Macao or Taiwan
     * @param issues how often it was issued (HMT permit) or renewed (foreigner 2023), two digits
     * @param formerNumber three characters that lead from a foreigner's number of 2023 to the former one
     * @param version of the foreigner's card of 2017, two characters
     * @param picture whether the chip holds a picture, and whether it could be decoded
     * @param fingers what the chip holds of fingers; empty unless asked for
     * @param newAddress written to the chip after it was issued; empty unless asked for
     */
    public record More(
            String latinName,
            String chineseName,
            String nationality,
            String permit,
            String issues,
            String formerNumber,
            String version,
            Picture picture,
            List<FingerTemplate> fingers,
            Optional<String> newAddress) {
        /** Nothing of it all. */
        public static final More NONE = new More("", "", "", "", "", "", "", Picture.NONE, List.of(), Optional.empty());

        public More {
            fingers = List.copyOf(fingers);
        }

        public More with(Picture seen) {
            return new More(
                    latinName,
                    chineseName,
                    nationality,
                    permit,
                    issues,
                    formerNumber,
                    version,
                    seen,
                    fingers,
                    newAddress);
        }

        public More with(List<FingerTemplate> read, Optional<String> moved) {
            return new More(
                    latinName, chineseName, nationality, permit, issues, formerNumber, version, picture, read, moved);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** What became of the picture on the chip, whose form is proprietary. */
    public enum Picture {
        NONE,
        /** There is one; no licensed decoder is present, or it could not read it. */
        NOT_DECODED,
        DECODED
    }

    /** The same card with this beside it. */
    public IdCard with(More beside) {
        return new IdCard(
                kind, name, sex, nation, birth, address, number, authority, validFrom, validTo, photo, beside);
    }

    /** Overwrites the picture and what was read of fingers; the words are left to the collector. */
    public void wipe() {
        photo.ifPresent(Portrait::wipe);
        more.fingers().forEach(FingerTemplate::wipe);
    }

    /** Which of the four card types the chip declares at offset 248. */
    public enum Kind {
        CITIZEN,
        HMT_PERMIT,
        FOREIGNER_2017,
        FOREIGNER_2023
    }

    public enum Sex {
        UNKNOWN,
        MALE,
        FEMALE,
        UNSPECIFIED
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
