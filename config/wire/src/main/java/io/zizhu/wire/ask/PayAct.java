package io.zizhu.wire.ask;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;

/**
 * What the payment back office is asked to do with one order. The terminal chooses the order's number before it asks for
 * the first time, so that no repeat makes a second order; an order is for one amount for ever.
 */
public sealed interface PayAct {
    /** Is this way of paying open now? The order is empty. Answered with {@link Answer.Done}. */
    record Ready() implements PayAct {}

    /** Make a code that the payer scans from the screen. */
    record Show(long fen) implements PayAct {}

    /**
     * Take the amount from whoever showed this code.
     *
     * @param code as the scanner read it; withheld
     */
    record Scan(long fen, String code) implements PayAct {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** How does the order stand? Changes nothing. */
    record Query() implements PayAct {}

    /**
     * Nobody may pay this order any more; also where it has never been heard of, so that one still on its way comes too
     * late. Money that was taken before stays taken: then the answer says paid.
     */
    record Close() implements PayAct {}

    /** Give all of it back, once however often asked. */
    record Refund(long fen) implements PayAct {}

    /** The members of a question that name the act. */
    static Json.Obj write(PayAct act, Json.Obj onto) {
        return switch (act) {
            case Ready() -> onto.with("act", "ready");
            case Show(long fen) -> onto.with("act", "show").with("fen", fen);
            case Scan(long fen, String code) ->
                onto.with("act", "scan").with("fen", fen).with("code", code);
            case Query() -> onto.with("act", "query");
            case Close() -> onto.with("act", "close");
            case Refund(long fen) -> onto.with("act", "refund").with("fen", fen);
        };
    }

    static PayAct read(Fields fields) {
        return switch (fields.text("act")) {
            case "ready" -> new Ready();
            case "show" -> new Show(fields.count("fen"));
            case "scan" -> new Scan(fields.count("fen"), fields.text("code", 200));
            case "query" -> new Query();
            case "close" -> new Close();
            case "refund" -> new Refund(fields.count("fen"));
            default -> throw fields.wrong("act", "is none of the known acts");
        };
    }
}
