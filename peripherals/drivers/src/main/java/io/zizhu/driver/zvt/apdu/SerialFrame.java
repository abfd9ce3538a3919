package io.zizhu.driver.zvt.apdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The serial transport of ZVT: {@code 10 02 <APDU, every 10 doubled> 10 03 crcLo crcHi}. The checksum is CRC-16/KERMIT
 * over the APDU as it was before doubling and the closing {@code 03}; its own two bytes are not doubled. The receiver
 * answers each frame with one byte, {@code 06} for yes or {@code 15} for no.
 *
 * <p>An instance reads a line byte by byte. It finds its way back after any noise: a {@code 10 02} always begins anew.
 */
public final class SerialFrame {
    public static final byte ACK = 0x06;
    public static final byte NAK = 0x15;

    private static final int DLE = 0x10;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;

    /** What one more byte completed. */
    public sealed interface Event {
        /** The other side took our frame. */
        record Taken() implements Event {}

        /** The other side wants our frame again. */
        record Wanted() implements Event {}

        /** A whole frame with the right checksum, whose content is one whole APDU. */
        record Whole(Apdu apdu) implements Event {}

        /** A frame ended and is no good. */
        record Broken() implements Event {}
    }

    private enum At {
        OUTSIDE,
        OUTSIDE_DLE,
        INSIDE,
        INSIDE_DLE,
        CRC_LOW,
        CRC_HIGH
    }

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private At at = At.OUTSIDE;
    private int low;

    public static byte[] wire(Apdu apdu) {
        byte[] plain = apdu.wire();
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 8);
        out.write(DLE);
        out.write(STX);
        for (byte each : plain) {
            if (each == DLE) {
                out.write(DLE);
            }
            out.write(each);
        }
        out.write(DLE);
        out.write(ETX);
        int crc = crc(plain);
        out.write(crc);
        out.write(crc >> 8);
        return out.toByteArray();
    }

    /** CRC-16/KERMIT (polynomial 8408 reflected, from 0) over these bytes and 03. */
    static int crc(byte[] plain) {
        int crc = 0;
        for (byte each : plain) {
            crc = step(crc, each & 0xFF);
        }
        return step(crc, ETX);
    }

    static int step(int before, int value) {
        int crc = before ^ value;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
        }
        return crc;
    }

    /** Takes the next byte of the line; empty where it completes nothing. */
    public Optional<Event> take(byte next) {
        int value = next & 0xFF;
        return switch (at) {
            case OUTSIDE -> outside(value);
            case OUTSIDE_DLE -> {
                at = value == DLE ? At.OUTSIDE_DLE : At.OUTSIDE;
                if (value == STX) {
                    begin();
                }
                yield Optional.empty();
            }
            case INSIDE -> {
                if (value == DLE) {
                    at = At.INSIDE_DLE;
                } else {
                    content.write(value);
                }
                yield tooLong();
            }
            case INSIDE_DLE -> escaped(value);
            case CRC_LOW -> {
                low = value;
                at = At.CRC_HIGH;
                yield Optional.empty();
            }
            case CRC_HIGH -> Optional.of(end(value << 8 | low));
        };
    }

    private Optional<Event> outside(int value) {
        return switch (value) {
            case ACK -> Optional.of(new Event.Taken());
            case NAK -> Optional.of(new Event.Wanted());
            case DLE -> {
                at = At.OUTSIDE_DLE;
                yield Optional.empty();
            }
            default -> Optional.empty(); // noise between frames
        };
    }

    private void begin() {
        content.reset();
        at = At.INSIDE;
    }

    private Optional<Event> escaped(int value) {
        switch (value) {
            case DLE -> {
                content.write(DLE);
                at = At.INSIDE;
                return tooLong();
            }
            case ETX -> at = At.CRC_LOW;
            case STX -> begin(); // the frame before was never finished
            default -> {
                at = At.OUTSIDE;
                return Optional.of(new Event.Broken());
            }
        }
        return Optional.empty();
    }

    private Optional<Event> tooLong() {
        if (content.size() <= Apdu.LONGEST + 5) {
            return Optional.empty();
        }
        content.reset();
        at = At.OUTSIDE;
        return Optional.of(new Event.Broken());
    }

    private Event end(int crc) {
        at = At.OUTSIDE;
        byte[] plain = content.toByteArray();
        content.reset();
        if (crc(plain) != crc) {
            return new Event.Broken();
        }
        ApduStream stream = new ApduStream();
        stream.feed(plain, plain.length);
        Optional<Apdu> apdu = stream.next();
        return apdu.isPresent() && stream.isEmpty() ? new Event.Whole(apdu.get()) : new Event.Broken();
    }
}
