package io.zizhu.device.card;

import io.zizhu.device.camera.Portrait;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands on an identity card, in the words of the card (GA 450 text block). Withheld: it lives in the visit and is
 * never logged.
 *
 * @param nation GB/T 3304 code, two digits, empty where the card kind has none
 * @param number 18 characters with its GB 11643 check character
 * @param validTo empty for 长期 (no end)
 * @param photo the card's own picture, only where a decoder plug-in is present
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
        Optional<Portrait> photo) {

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
