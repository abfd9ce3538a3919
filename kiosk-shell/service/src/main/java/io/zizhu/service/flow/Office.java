package io.zizhu.service.flow;

import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Way;
import java.util.Optional;

/** The matter itself: decided, paid, printed, asked for. */
final class Office {
    private static final int PAY_TRIES = 3;
    private static final int PRINT_TRIES = 3;

    private Office() {}

    static Move picked(Stand at, String candidate) {
        if (!(at.scene() instanceof Scene.Photo)) {
            return Move.stay(at);
        }
        Optional<Portrait> photo =
                switch (candidate) {
                    case "live" -> at.known().live();
                    case "register" -> at.known().register().map(known -> known.portrait());
                    default -> Optional.empty();
                };
        return photo.map(chosen -> Enter.after(at.knowing(at.known().photo(chosen))))
                .orElseGet(() -> Move.stay(at));
    }

    static Move decided(Stand at, Decision decision) {
        boolean asked = at.step()
                .filter(step -> step instanceof Step.Decide || step instanceof Step.Accept)
                .isPresent();
        if (!asked || !(at.scene() instanceof Scene.Wait)) {
            return Move.stay(at);
        }
        return switch (decision) {
            case Decision.Granted(var number, var certificate) ->
                Enter.after(at.filed(new Stand.Matter(
                        Stand.Ending.OPEN, number, "", 0, Optional.of(certificate), Optional.empty(), false)));
            case Decision.ToOfficer(var number) -> pending(at, number);
            case Decision.NotIssued(var number) -> pending(at, number);
            case Decision.Accepted(var number, var code, long fee) -> {
                Stand.Ending ending = fee == 0 ? Stand.Ending.DONE : Stand.Ending.OPEN;
                yield Enter.after(at.filed(
                        new Stand.Matter(ending, number, code, fee, Optional.empty(), Optional.empty(), fee > 0)));
            }
            case Decision.Refused _ -> Identity.trouble(at, Says.REFUSED, Says.COUNTER, false);
            case Decision.Away _ -> Identity.trouble(at, Says.CENTRE_AWAY, Says.CENTRE_AGAIN, true);
        };
    }

    /** To an officer and not issued look the same: nothing is announced at a public screen. */
    private static Move pending(Stand at, String number) {
        return Enter.after(at.filed(
                new Stand.Matter(Stand.Ending.PENDING, number, "", 0, Optional.empty(), Optional.empty(), false)));
    }

    /** Too late or for another way: nothing changes. */
    static Move codeMade(Stand at, PayCode code) {
        return at.scene() instanceof Scene.Pay pay
                        && pay.way() == Way.CODE
                        && pay.code().isEmpty()
                ? Move.to(at.showing(new Scene.Pay(
                        pay.feeFen(),
                        pay.caseNumber(),
                        pay.waiting(),
                        Way.CODE,
                        Optional.of(new Scene.Code(code.content(), code.until())))))
                : Move.stay(at);
    }

    static Move charged(Stand at, Charge charge) {
        if (!(at.scene() instanceof Scene.Pay)) {
            return Move.stay(at);
        }
        return switch (charge) {
            case Charge.Approved(var receipt) ->
                Enter.after(at.filed(at.matter().paid(receipt)));
            case Charge.Declined _, Charge.Cancelled _ ->
                at.quitting()
                        ? Leave.quit(at.showing(new Scene.Trouble(Says.PAY_DECLINED, Words.NONE, false, "")))
                        : declined(at);
            case Charge.Failed _ when anotherWay(at) -> Identity.trouble(at, Says.WAY_AWAY, Says.WAY_AGAIN, true);
            case Charge.Failed _ ->
                withdrawn(Identity.trouble(at.filed(at.matter().settled()), Says.PAY_AWAY, Says.PAY_AWAY_NEXT, false));
            case Charge.Unknown unknown ->
                Leave.noting(
                        Enter.after(at.filed(at.matter().settled().ends(Stand.Ending.PAYMENT_UNKNOWN))),
                        new Effect.OpenCase(
                                "payment", at.matter().number(), unknown.fault().toString()));
        };
    }

    /** Nothing was begun: who has another way may choose again. */
    private static boolean anotherWay(Stand at) {
        return at.ways().size() > 1 && !at.quitting() && at.tries() + 1 < PAY_TRIES;
    }

    private static Move declined(Stand at) {
        boolean again = at.tries() + 1 < PAY_TRIES;
        return again
                ? Identity.trouble(at, Says.PAY_DECLINED, Says.PAY_AGAIN, true)
                : withdrawn(Identity.trouble(
                        at.filed(at.matter().settled()), Says.PAY_DECLINED, Says.PAY_AWAY_NEXT, false));
    }

    private static Move withdrawn(Move move) {
        return Leave.noting(move, new Effect.Withdraw(move.stand().matter().number(), "not paid"));
    }

    static Move printed(Stand at, Sheet sheet) {
        if (!(at.scene() instanceof Scene.Issue issue) || !issue.printing()) {
            return Move.stay(at);
        }
        return switch (sheet) {
            case Sheet.Out _ ->
                Move.to(at.filed(at.matter().ends(Stand.Ending.DONE))
                        .showing(new Scene.Issue(Says.TAKE, at.matter().number(), false)));
            case Sheet.Refused(var fault) ->
                at.tries() + 1 < PRINT_TRIES
                        ? Identity.trouble(at, Says.PAPER_OUT, Says.PAPER_OUT_NEXT, true)
                        : notPrinted(at, fault.toString());
            case Sheet.Jammed jammed -> notPrinted(at, jammed.fault().toString());
            case Sheet.Unknown unknown -> notPrinted(at, unknown.fault().toString());
        };
    }

    private static Move notPrinted(Stand at, String reason) {
        return Leave.noting(
                Enter.after(at.filed(at.matter().ends(Stand.Ending.NOT_PRINTED))),
                new Effect.OpenCase("certificate", at.matter().number(), reason));
    }

    static Move notPrintable(Stand at, String codePoint) {
        return at.scene() instanceof Scene.Issue
                ? Leave.noting(
                        Enter.after(at.filed(at.matter().ends(Stand.Ending.PENDING))),
                        new Effect.OpenCase("certificate", at.matter().number(), "no glyph for " + codePoint))
                : Move.stay(at);
    }

    static Move slipPrinted(Stand at, Sheet sheet) {
        if (!(at.scene() instanceof Scene.Outcome outcome) || sheet instanceof Sheet.Out) {
            return Move.stay(at);
        }
        return Move.to(at.showing(new Scene.Outcome(
                outcome.title(),
                Slips.withoutSlip(at.matter().ending()),
                outcome.caseNumber(),
                outcome.progressCode())));
    }

    static Move progressed(Stand at, Progress progress) {
        if (!(at.step().orElse(null) instanceof Step.Progress) || !(at.scene() instanceof Scene.Wait)) {
            return Move.stay(at);
        }
        return switch (progress) {
            case Progress.Found(var number, var stages) ->
                Move.to(at.showing(new Scene.Status(
                        number,
                        stages.stream()
                                .map(stage -> new Scene.Stage(stage.at(), stage.what()))
                                .toList())));
            case Progress.NotFound() -> Identity.trouble(at, Says.NO_SUCH_CASE, Says.NO_SUCH_CASE_NEXT, false);
            case Progress.Away _ -> Identity.trouble(at, Says.CENTRE_AWAY, Says.CENTRE_AGAIN, true);
        };
    }
}
