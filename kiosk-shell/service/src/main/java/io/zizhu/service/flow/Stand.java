package io.zizhu.service.flow;

import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Registration;
import io.zizhu.service.port.Signature;
import io.zizhu.service.port.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a visit stands and all it knows; replaced, never changed, and withheld.
 *
 * @param at index of the step in the item
 * @param tries how often the present step was tried
 * @param today the day the visit began, for ages and validity
 * @param ways how one can pay here, as it was when the visit began
 * @param quitting the citizen gave up while the pad was busy: leave as soon as it has answered
 */
public record Stand(
        String visit,
        LocalDate today,
        Item item,
        int at,
        int tries,
        boolean quitting,
        Known known,
        Matter matter,
        Scene scene,
        List<Way> ways) {
    public Stand {
        ways = List.copyOf(ways);
    }

    /** What is known of the person. */
    public record Known(
            Optional<IdCard> card,
            Optional<Registration.Known> register,
            Optional<Portrait> live,
            Map<String, String> answers,
            Optional<Portrait> photo,
            Optional<Signature> signature) {
        public Known {
            answers = Map.copyOf(answers);
        }

        static final Known NOBODY = new Known(
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

        Known card(IdCard value) {
            return new Known(Optional.of(value), register, live, answers, photo, signature);
        }

        Known register(Registration.Known value) {
            return new Known(card, Optional.of(value), live, answers, photo, signature);
        }

        Known live(Portrait value) {
            return new Known(card, register, Optional.of(value), answers, photo, signature);
        }

        Known answers(Map<String, String> value) {
            return new Known(card, register, live, value, photo, signature);
        }

        Known photo(Portrait value) {
            return new Known(card, register, live, answers, Optional.of(value), signature);
        }

        Known signature(Signature value) {
            return new Known(card, register, live, answers, photo, Optional.of(value));
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * What became of the matter so far.
     *
     * @param number the centre's case number, empty before it gave one
     * @param withdrawable accepted but not yet paid: quitting withdraws it
     */
    public record Matter(
            Ending ending,
            String number,
            String progressCode,
            long feeFen,
            Optional<Certificate> certificate,
            Optional<Receipt> receipt,
            boolean withdrawable) {
        static final Matter NONE = new Matter(Ending.OPEN, "", "", 0, Optional.empty(), Optional.empty(), false);

        Matter ends(Ending next) {
            return new Matter(next, number, progressCode, feeFen, certificate, receipt, withdrawable);
        }

        Matter paid(Receipt by) {
            return new Matter(Ending.DONE, number, progressCode, feeFen, certificate, Optional.of(by), false);
        }

        Matter settled() {
            return new Matter(ending, number, progressCode, feeFen, certificate, receipt, false);
        }
    }

    /** How the matter stands when the slip is printed. */
    public enum Ending {
        OPEN,
        /** Done, or accepted and paid. */
        DONE,
        /** Neutral: an officer goes on; never says why. */
        PENDING,
        /** Granted, but the paper is not in the citizen's hand. */
        NOT_PRINTED,
        /** The pad took the order and nobody knows what it did. */
        PAYMENT_UNKNOWN
    }

    /** A visit that has just chosen its item. */
    public static Stand begin(String visit, LocalDate today, Item item) {
        return begin(visit, today, List.of(Way.CARD), item);
    }

    /** @param ways how one can pay here, in the order they are shown; one at least */
    public static Stand begin(String visit, LocalDate today, List<Way> ways, Item item) {
        return new Stand(visit, today, item, -1, 0, false, Known.NOBODY, Matter.NONE, new Scene.Wait(Words.NONE), ways);
    }

    Optional<Step> step() {
        return at >= 0 && at < item.steps().size() ? Optional.of(item.steps().get(at)) : Optional.empty();
    }

    Stand showing(Scene next) {
        return new Stand(visit, today, item, at, tries, quitting, known, matter, next, ways);
    }

    Stand knowing(Known next) {
        return new Stand(visit, today, item, at, tries, quitting, next, matter, scene, ways);
    }

    Stand filed(Matter next) {
        return new Stand(visit, today, item, at, tries, quitting, known, next, scene, ways);
    }

    Stand at(int index) {
        return new Stand(visit, today, item, index, 0, quitting, known, matter, scene, ways);
    }

    Stand triedAgain() {
        return new Stand(visit, today, item, at, tries + 1, quitting, known, matter, scene, ways);
    }

    Stand quittingSoon() {
        return new Stand(visit, today, item, at, tries, true, known, matter, scene, ways);
    }

    /** The same place with everything personal gone. */
    Stand forgetting() {
        return new Stand(visit, today, item, at, 0, false, Known.NOBODY, Matter.NONE, scene, ways);
    }

    @Override
    public String toString() {
        return "Stand[" + item.code() + " step " + at + " " + scene.word() + "]";
    }
}
