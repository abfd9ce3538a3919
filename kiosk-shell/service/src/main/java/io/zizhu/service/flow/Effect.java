package io.zizhu.service.flow;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Amount;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.Way;
import java.util.List;

/** Something the world must do; the visit carries it out through ports and answers with one {@link Event}, where one is named. */
public sealed interface Effect {
    /** Answered with {@link Event.Read}. */
    record ReadCard() implements Effect {}

    /** Answered with {@link Event.Registered}. */
    record AskRegister(IdCard card) implements Effect {}

    /** Answered with {@link Event.Looked}. */
    record Compare(Portrait reference) implements Effect {}

    /** Answered with {@link Event.Decided}. */
    record Decide(Application application) implements Effect {}

    /** Answered with {@link Event.Decided}. */
    record Accept(Application application) implements Effect {}

    /** Charges and, where approved, confirms the case. Answered with {@link Event.Charged}. */
    record Pay(Way way, Amount amount, String caseNumber) implements Effect {}

    /** Waits for the code of the payment that has just been begun. Answered with {@link Event.CodeMade}, or never. */
    record AwaitCode() implements Effect {}

    /** The case is not pursued. Not answered. */
    record Withdraw(String caseNumber, String reason) implements Effect {}

    /** Answered with {@link Event.Printed} or {@link Event.NotPrintable}. */
    record Issue(Certificate certificate, String caseNumber) implements Effect {}

    /** Answered with {@link Event.SlipPrinted}. */
    record PrintSlip(List<Paper.Row> rows, String caseNumber) implements Effect {
        public PrintSlip {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "PrintSlip[" + caseNumber + "]";
        }
    }

    /** Answered with {@link Event.Progressed}. */
    record AskProgress(String code, IdCard card) implements Effect {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Stops what is being waited for (card, face, payment); the waiting effect still gives its one answer. */
    record StopWaiting() implements Effect {}

    /** A doubt that a person must decide; the reason is for staff. Not answered. */
    record OpenCase(String kind, String caseNumber, String reason) implements Effect {}

    /** A fact for the journal. Not answered. */
    record Note(String kind, String value) implements Effect {}

    /** The visit is over: close the journal, wipe everything. */
    record Wipe(String ending) implements Effect {}
}
