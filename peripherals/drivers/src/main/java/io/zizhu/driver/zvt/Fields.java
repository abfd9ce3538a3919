package io.zizhu.driver.zvt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bitmap fields of a message, in the lengths of the ZVT table. Reading stops at the first field whose length is not
 * known, or that runs over the end; what stood before it counts, {@link #whole()} says whether that was all.
 */
final class Fields {
    static final int AMOUNT = 0x04;
    static final int TLV = 0x06;
    static final int TRACE = 0x0B;
    static final int CARD = 0x22;
    static final int RESULT = 0x27;
    static final int TERMINAL = 0x29;
    static final int ORIGINAL_TRACE = 0x37;
    static final int CURRENCY = 0x49;
    static final int RECEIPT = 0x87;

    private static final int TWO_DIGITS = -2;
    private static final int THREE_DIGITS = -3;
    private static final int BER = -4;
    private static final int UNKNOWN = -9;

    private final Map<Integer, byte[]> fields = new HashMap<>();
    private boolean whole = true;

    private Fields() {}

    static Fields read(byte[] data) {
        return read(data, 0);
    }

    static Fields read(byte[] data, int from) {
        Fields fields = new Fields();
        int at = Math.min(from, data.length);
        while (at < data.length) {
            int field = data[at++] & 0xFF;
            Span span = span(data, at, length(field));
            if (span.end() > data.length) {
                fields.whole = false;
                break;
            }
            fields.fields.putIfAbsent(field, Arrays.copyOfRange(data, span.start(), span.end()));
            at = span.end();
        }
        return fields;
    }

    /** Where a value lies; an end behind everything where that cannot be known. */
    private record Span(int start, int end) {
        static final Span NOWHERE = new Span(0, Integer.MAX_VALUE);
    }

    private static Span span(byte[] data, int at, int length) {
        return switch (length) {
            case UNKNOWN -> Span.NOWHERE;
            case TWO_DIGITS -> counted(data, at, 2);
            case THREE_DIGITS -> counted(data, at, 3);
            case BER -> ber(data, at);
            default -> new Span(at, at + length);
        };
    }

    /** Length digits, each in a byte {@code Fx}. */
    private static Span counted(byte[] data, int at, int digits) {
        int length = 0;
        for (int i = at; i < at + digits; i++) {
            if (i >= data.length || (data[i] & 15) > 9) {
                return Span.NOWHERE;
            }
            length = length * 10 + (data[i] & 15);
        }
        return new Span(at + digits, at + digits + length);
    }

    /** Length of ASN.1 BER: one byte to 7F, else 81 xx or 82 xx xx. */
    private static Span ber(byte[] data, int at) {
        if (at >= data.length) {
            return Span.NOWHERE;
        }
        int first = data[at] & 0xFF;
        int more = first < 0x80 ? 0 : first - 0x80;
        if (first == 0x80 || more > 2 || at + more >= data.length) {
            return Span.NOWHERE;
        }
        int length = more == 0 ? first : 0;
        for (int i = 1; i <= more; i++) {
            length = (length << 8) | (data[at + i] & 0xFF);
        }
        return new Span(at + 1 + more, at + 1 + more + length);
    }

    private static int length(int field) {
        return switch (field) {
            case 0x01, 0x02, 0x03, 0x05, 0x19, RESULT, 0x8A, 0x8C, 0xA0 -> 1;
            case 0x0D, 0x0E, 0x17, 0x3A, CURRENCY, RECEIPT -> 2;
            case TRACE, 0x0C, ORIGINAL_TRACE, 0x3D, 0x88, 0xAA -> 3;
            case TERMINAL -> 4;
            case 0xBA -> 5;
            case AMOUNT -> 6;
            case 0x3B -> 8;
            case 0x2A -> 15;
            case CARD, 0x23, 0x2D, 0x8B -> TWO_DIGITS;
            case 0x24, 0x2E, 0x3C, 0x60 -> THREE_DIGITS;
            case TLV -> BER;
            default -> UNKNOWN;
        };
    }

    boolean whole() {
        return whole;
    }

    Optional<byte[]> bytes(int field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The digits of a field, empty text where it is missing. */
    String text(int field) {
        return bytes(field).map(Packed::text).orElse("");
    }

    /** The number in a field, -1 where it is missing or no number. */
    long number(int field) {
        return bytes(field).map(Packed::number).orElse(-1L);
    }
}
