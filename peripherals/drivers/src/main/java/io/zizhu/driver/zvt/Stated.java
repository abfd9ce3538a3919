package io.zizhu.driver.zvt;

import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.driver.zvt.apdu.DayGroup;
import io.zizhu.driver.zvt.apdu.Fields;
import io.zizhu.driver.zvt.apdu.Masked;
import java.util.List;

/**
 * What the pad states of one payment ({@code 04 0F}).
 *
 * @param result result code, 0 approved, -1 where not said
 * @param minor amount in the smallest unit, -1 where not said
 * @param currency ISO 4217 number, -1 where not said
 * @param undo it tells of giving money back, not of taking it
 * @param card masked
 * @param groups what the day brought, where it tells of a day
 */
record Stated(
        int result,
        long minor,
        long currency,
        String terminal,
        String receipt,
        String trace,
        boolean undo,
        String card,
        List<DayGroup> groups) {

    static Stated read(byte[] data) {
        Fields fields = Fields.read(data);
        return new Stated(
                fields.bytes(Fields.RESULT).map(one -> one[0] & 0xFF).orElse(-1),
                fields.number(Fields.AMOUNT),
                fields.number(Fields.CURRENCY),
                fields.text(Fields.TERMINAL),
                fields.text(Fields.RECEIPT),
                fields.text(Fields.TRACE),
                fields.bytes(Fields.ORIGINAL_TRACE).isPresent(),
                Masked.card(fields.text(Fields.CARD)),
                fields.bytes(Fields.TOTALS).map(DayGroup::read).orElse(List.of()));
    }

    boolean approved() {
        return result == 0;
    }

    /** Equal amount and currency; a pad that does not say its currency has only one. */
    boolean tells(Amount amount, int number) {
        return minor == amount.minor() && (currency == number || currency == -1);
    }

    Mark mark() {
        return new Mark(terminal, receipt, trace);
    }

    Receipt receipt(Amount amount) {
        return new Receipt(terminal, receipt, trace, amount, card);
    }

    /** Never the card, nor what it paid. */
    @Override
    public String toString() {
        return "[withheld]";
    }
}
