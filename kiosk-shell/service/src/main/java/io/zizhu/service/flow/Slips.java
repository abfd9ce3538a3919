package io.zizhu.service.flow;

import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.pay.Amount;
import io.zizhu.service.port.Paper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last words and the slip that repeats them. Never a name, never a reason. */
final class Slips {
    private Slips() {}

    static Move enter(Stand at, Step.Slip slip) {
        Stand.Matter matter = at.matter();
        Scene.Outcome outcome = new Scene.Outcome(
                title(matter.ending()),
                body(matter.ending()),
                matter.number(),
                matter.progressCode().isEmpty() ? Optional.empty() : Optional.of(matter.progressCode()));
        return Move.to(at.showing(outcome), new Effect.PrintSlip(rows(at, slip), matter.number()));
    }

    private static Words title(Stand.Ending ending) {
        return switch (ending) {
            case OPEN, DONE -> Says.DONE_TITLE;
            case PENDING -> Says.PENDING_TITLE;
            case NOT_PRINTED -> Says.NOT_PRINTED_TITLE;
            case PAYMENT_UNKNOWN -> Says.UNKNOWN_TITLE;
        };
    }

    private static Words body(Stand.Ending ending) {
        return switch (ending) {
            case OPEN, DONE -> Says.DONE;
            case PENDING -> Says.PENDING;
            case NOT_PRINTED -> Says.NOT_PRINTED;
            case PAYMENT_UNKNOWN -> Says.UNKNOWN;
        };
    }

    /** The same where no slip comes: it must not be asked to be kept, and what to do about the money stays said. */
    static Words withoutSlip(Stand.Ending ending) {
        return switch (ending) {
            case OPEN, DONE -> Says.SLIP_FAILED;
            case PENDING -> Says.PENDING_NO_SLIP;
            case NOT_PRINTED -> Says.NOT_PRINTED_NO_SLIP;
            case PAYMENT_UNKNOWN -> Says.UNKNOWN_NO_SLIP;
        };
    }

    private static List<Paper.Row> rows(Stand at, Step.Slip slip) {
        Stand.Matter matter = at.matter();
        List<Paper.Row> rows = new ArrayList<>();
        rows.add(new Paper.Row.Title(at.item().name()));
        rows.add(new Paper.Row.Pair(Says.CASE_NUMBER, matter.number()));
        matter.certificate()
                .filter(_ -> matter.ending() == Stand.Ending.DONE)
                .ifPresent(paper -> rows.add(new Paper.Row.Pair(Says.CERTIFICATE_NUMBER, paper.number())));
        matter.receipt().ifPresent(receipt -> {
            rows.add(new Paper.Row.Pair(Says.FEE, yuan(receipt.amount())));
            rows.add(new Paper.Row.Pair(Says.RECEIPT, receipt.number() + " " + receipt.card()));
        });
        if (!matter.progressCode().isEmpty()) {
            rows.add(new Paper.Row.Pair(Says.PROGRESS_CODE, matter.progressCode()));
            rows.add(new Paper.Row.Qr(matter.progressCode()));
        }
        rows.add(new Paper.Row.Rule());
        if (matter.ending() == Stand.Ending.DONE || matter.ending() == Stand.Ending.OPEN) {
            slip.lines().forEach(words -> rows.add(new Paper.Row.Note(words)));
            // a reader that is bound takes no fingerprints by itself, and no step asks it to: so this is always true
            slip.withoutFingerReader().forEach(words -> rows.add(new Paper.Row.Note(words)));
        } else {
            rows.add(new Paper.Row.Note(body(matter.ending())));
        }
        return rows;
    }

    static String yuan(Amount amount) {
        return BigDecimal.valueOf(amount.minor(), 2).toPlainString() + " " + amount.currency();
    }
}
