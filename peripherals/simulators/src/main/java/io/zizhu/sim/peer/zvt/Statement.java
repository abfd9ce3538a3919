package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.pay.Booking;
import io.zizhu.sim.peer.pay.Ledger;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Writes status information, {@code 04 0F}: what the pad states of one payment. The card number is masked. */
final class Statement {
    static final long TERMINAL = 29_001_234L;

    private static final ZoneId STATION = ZoneId.of("Asia/Shanghai");

    private Statement() {}

    static Telegram of(int result, Booking booking) {
        LocalDateTime at = LocalDateTime.ofInstant(booking.at(), STATION);
        Fields fields = new Fields()
                .one(0x27, result)
                .digits(0x04, booking.amount(), 6)
                .digits(0x0B, booking.trace(), 3)
                .digits(0x0C, at.getHour() * 10_000L + at.getMinute() * 100L + at.getSecond(), 3)
                .digits(0x0D, at.getMonthValue() * 100L + at.getDayOfMonth(), 2)
                .digits(0x29, TERMINAL, 4)
                .digits(0x49, 156, 2)
                .digits(0x87, booking.receipt(), 2)
                .one(0x8A, 0x06)
                .name(0x8B, "UnionPay")
                .raw(0x22, 0xF0, 0xF8, 0x62, 0x17, 0x00, 0xEE, 0xEE, 0xEE, 0x12, 0x34)
                .long3(0x3C, "TRAINING, NO MONEY MOVES".getBytes(StandardCharsets.US_ASCII))
                .raw(0x06, 0x06, 0x60, 0x04, 0x43, 0x02, 0xA0, 0x00);
        return new Telegram(0x040F, fields.bytes());
    }

    static Telegram ofRefusal(int result, long amount) {
        return new Telegram(
                0x040F,
                new Fields()
                        .one(0x27, result)
                        .digits(0x04, amount, 6)
                        .digits(0x29, TERMINAL, 4)
                        .digits(0x49, 156, 2)
                        .bytes());
    }

    /** With the individual totals: seven kinds of card, of which only the last, "other", was used here. */
    static Telegram ofDay(Ledger.Day day) {
        ByteArrayOutputStream totals = new ByteArrayOutputStream();
        totals.writeBytes(Fields.packed(day.first(), 2));
        totals.writeBytes(Fields.packed(day.last(), 2));
        totals.writeBytes(new byte[6 * 7]);
        totals.write(day.count());
        totals.writeBytes(Fields.packed(day.amount(), 6));
        return new Telegram(
                0x040F,
                new Fields()
                        .one(0x27, 0)
                        .digits(0x04, day.amount(), 6)
                        .digits(0x29, TERMINAL, 4)
                        .digits(0x49, 156, 2)
                        .long3(0x60, totals.toByteArray())
                        .bytes());
    }
}
