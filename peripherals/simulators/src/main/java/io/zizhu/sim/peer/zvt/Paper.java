package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.pay.Booking;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pad gives to print: lines ({@code 06 D1}) or a whole slip ({@code 06 D3}). Its own text names the training card
 * in full, so that a till which prints what it gets shows itself.
 */
final class Paper {
    static final int PERSON = 2;
    static final int OFFICE = 3;

    private static final String CARD = "6217001234561234";

    private Paper() {}

    static List<String> receipt(String title, Booking booking) {
        return List.of(
                "TRAINING PAD",
                title,
                "Receipt %04d  Trace %06d".formatted(booking.receipt(), booking.trace()),
                "Card " + CARD,
                "CNY %d.%02d".formatted(booking.amount() / 100, booking.amount() % 100));
    }

    static List<Telegram> lines(int whose, List<String> text) {
        List<Telegram> all = new ArrayList<>();
        for (String line : text) {
            all.add(line(0x00, line, whose));
        }
        all.add(line(0x81, "", whose));
        return all;
    }

    private static Telegram line(int attribute, String text, int whose) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(attribute);
        data.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(new byte[] {0x06, 0x04, 0x1F, 0x07, 0x01, (byte) whose});
        return new Telegram(0x06D1, data.toByteArray());
    }

    static Telegram slip(int whose, List<String> text) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String line : text) {
            lines.write(0x07);
            lines.write(line.length());
            lines.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        }
        lines.writeBytes(new byte[] {0x09, 0x01, (byte) 0x81});
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {0x1F, 0x07, 0x01, (byte) whose});
        tagged(block, 0x25, lines.toByteArray());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        tagged(data, 0x06, block.toByteArray());
        return new Telegram(0x06D3, data.toByteArray());
    }

    private static void tagged(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        if (value.length > 0xFF) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length > 0x7F) {
            out.write(0x81);
        }
        out.write(value.length);
        out.writeBytes(value);
    }
}
