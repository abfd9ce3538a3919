package io.zizhu.service.visit;

import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.port.Way;
import java.util.Map;

/** How money is spelled in journal rows, and read from them again after a crash. Pure. */
final class Money {
    private Money() {}

    /** What is about to be charged, and where the pad's count stands before it. */
    static Map<String, String> asked(Effect.Pay pay, Mark before) {
        return Map.of(
                "way", pay.way().word(),
                "case", pay.caseNumber(),
                "amount", String.valueOf(pay.amount().minor()),
                "currency", pay.amount().currency(),
                "terminal", before.terminal(),
                "receipt", before.receipt(),
                "trace", before.trace());
    }

    /** What was charged. */
    static Map<String, String> taken(Way way, String caseNumber, Receipt receipt) {
        return Map.of(
                "way", way.word(),
                "case", caseNumber,
                "terminal", receipt.terminal(),
                "receipt", receipt.number(),
                "trace", receipt.trace(),
                "amount", String.valueOf(receipt.amount().minor()),
                "currency", receipt.amount().currency(),
                "card", receipt.card());
    }

    static Map<String, String> said(Charge charge) {
        return switch (charge) {
            case Charge.Approved(var receipt) ->
                Map.of("result", "approved", "receipt", receipt.number(), "trace", receipt.trace());
            case Charge.Declined(var code) -> Map.of("result", "declined", "code", code);
            case Charge.Cancelled() -> Map.of("result", "cancelled");
            case Charge.Failed(var fault) -> Map.of("result", "failed", "fault", fault.toString());
            case Charge.Unknown unknown ->
                Map.of("result", "unknown", "fault", unknown.fault().toString());
        };
    }

    static String caseNumber(Map<String, String> fields) {
        return fields.getOrDefault("case", "");
    }

    static Way way(Map<String, String> fields) {
        return Way.of(fields.getOrDefault("way", ""));
    }

    static Amount amount(Map<String, String> fields) {
        return new Amount(Long.parseLong(fields.getOrDefault("amount", "0")), fields.getOrDefault("currency", "CNY"));
    }

    static Mark mark(Map<String, String> fields) {
        return new Mark(
                fields.getOrDefault("terminal", ""),
                fields.getOrDefault("receipt", ""),
                fields.getOrDefault("trace", ""));
    }

    static Receipt receipt(Map<String, String> fields) {
        return new Receipt(
                fields.getOrDefault("terminal", ""),
                fields.getOrDefault("receipt", ""),
                fields.getOrDefault("trace", ""),
                amount(fields),
                fields.getOrDefault("card", ""));
    }
}
