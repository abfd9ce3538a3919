package io.zizhu.wire.ask;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the back office says. Each question has its own sealed family of answers, so that who asks meets exactly the cases
 * that can come. {@link #FORM} reads and writes all of them.
 */
public sealed interface Answer {
    Form<Answer> FORM = AnswerForm.FORM;

    sealed interface ToRegister extends Answer {}

    sealed interface ToDecide extends Answer {}

    sealed interface ToAccept extends Answer {}

    sealed interface ToConfirm extends Answer {}

    sealed interface ToProgress extends Answer {}

    sealed interface ToPay extends Answer {}

    sealed interface ToDay extends Answer {}

    /**
     * In the register.
     *
     * @param facts what the register states, by name, such as {@code everHadCard}: {@code true}
     * @param portrait JPEG, empty where the register has none
     */
    record Known(Map<String, String> facts, Octets portrait) implements ToRegister {
        public Known {
            facts = Map.copyOf(facts);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record NotKnown() implements ToRegister {}

    /**
     * Decided: the only thing a certificate is ever typeset from.
     *
     * @param facts what the certificate states; exactly these are sealed
     * @param seal the compact seal's token, the QR code's content
     * @param specimen true in training
     * @param zh the facts' labels and wording in Chinese, in print order: label, then value
     * @param en the same in English
     */
    record Granted(
            String caseNumber,
            String certificateNumber,
            LocalDate issued,
            Facts facts,
            String seal,
            boolean specimen,
            Facts zh,
            Facts en)
            implements ToDecide {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** An officer looks at it; the citizen gets a case number. */
    record ToOfficer(String caseNumber) implements ToDecide, ToAccept {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Not issued; the citizen reads the same words as for {@link ToOfficer}. */
    record NotIssued(String caseNumber) implements ToDecide {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * Taken on provisionally; it stands when the fee is confirmed.
     *
     * @param progressCode what the citizen queries with, together with the identity
     * @param feeFen 0 where nothing is to be paid
     */
    record Accepted(String caseNumber, String progressCode, long feeFen) implements ToAccept {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * The matter cannot be taken here.
     *
     * @param reason a stable code the screen has words for: {@code firstIssue}, {@code under16}, {@code unknownCase},
     *     {@code unknownItem}, {@code wrongAmount}…
     */
    record Refused(String reason) implements ToDecide, ToAccept, ToConfirm, ToPay {}

    /** Noted; also the answer to every repeat. */
    record Done() implements ToConfirm, ToPay {}

    /** The case's history, oldest first. */
    record Status(List<Step> steps) implements ToProgress {
        public Status {
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** No case with this code and this identity together. */
    record NotFound() implements ToProgress {}

    /**
     * How an order stands.
     *
     * @param fen its amount, 0 where the order is not known
     * @param code what the payer scans, empty unless it waits for that
     * @param secondsLeft how long it still waits, 0 where it does not
     * @param number the acquirer's own, empty unless money was taken
     * @param reason a stable code why it was declined, else empty
     */
    record Payment(String order, Stands stands, long fen, String code, long secondsLeft, String number, String reason)
            implements ToPay {}

    /** How an order can stand. */
    enum Stands {
        /** Its code waits to be scanned. */
        WAITING("waiting"),
        /** The payer is asked for a password. */
        PAYING("paying"),
        PAID("paid"),
        DECLINED("declined"),
        /** Closed or expired: nothing was taken, and nothing can be. */
        CLOSED("closed"),
        REFUNDED("refunded"),
        /** Nobody has heard of it. */
        NONE("none"),
        /** The acquirer does not say now; ask again. */
        UNSURE("unsure");

        private final String word;

        Stands(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The cases with a fee of one terminal and time, oldest first; at most {@link #MOST_FEES}. */
    record Day(List<Fee> fees) implements ToDay {
        public Day {
            fees = List.copyOf(fees);
        }
    }

    int MOST_FEES = 20_000;

    /**
     * One case with a fee; nothing of the person.
     *
     * @param made when it was begun
     * @param receipt {@code terminal/receipt/trace} of its payment; empty while it is not paid
     * @param withdrawn whether it is not pursued
     */
    record Fee(String caseNumber, Instant made, long fen, String receipt, boolean withdrawn) {}

    record Step(Instant at, String zh, String en) {}
}
