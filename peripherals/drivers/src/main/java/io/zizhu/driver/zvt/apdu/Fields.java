package io.zizhu.driver.zvt.apdu;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bitmap fields of a message, in the lengths of the ZVT table. Reading stops at the first field whose length is not
 * known, or that runs over the end; what stood before it counts, {@link #whole()} says whether that was all.
 */
public final class Fields {
    public static final int AMOUNT = 0x04;
    public static final int TLV = 0x06;
    public static final int TRACE = 0x0B;
    public static final int CARD = 0x22;
    public static final int RESULT = 0x27;
    public static final int TERMINAL = 0x29;
    public static final int ORIGINAL_TRACE = 0x37;
    public static final int CURRENCY = 0x49;
    public static final int TOTALS = 0x60;
    public static final int RECEIPT = 0x87;
    public static final int CARD_NAME = 0x8B;

    private static final int TWO_DIGITS = -2;
    private static final int THREE_DIGITS = -3;
    private static final int BER = -4;
    private static final int UNKNOWN = -9;

    private final Map<Integer, byte[]> fields = new HashMap<>();
    private boolean whole = true;

    private Fields() {}

    public static Fields read(byte[] data) {
        return read(data, 0);
    }

    public static Fields read(byte[] data, int from) {
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

    private static Span span(byte[] data, int at, int length) {
        return switch (length) {
            case UNKNOWN -> Span.NOWHERE;
            case TWO_DIGITS -> Span.counted(data, at, 2);
            case THREE_DIGITS -> Span.counted(data, at, 3);
            case BER -> Span.ber(data, at);
            default -> new Span(at, at + length);
        };
    }

    private static int length(int field) {
        return switch (field) {
            case 0x01, 0x02, 0x03, 0x05, 0x19, RESULT, 0x72, 0x73, 0x74, 0x75, 0x8A, 0x8C, 0xA0 -> 1;
            case 0xD0, 0xD2, 0xD3, 0xE0, 0xE9, 0xEA, 0xF0, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD -> 1;
            case 0x0D, 0x0E, 0x17, 0x3A, CURRENCY, RECEIPT -> 2;
            case TRACE, 0x0C, ORIGINAL_TRACE, 0x3D, 0x88, 0xAA -> 3;
            case TERMINAL, 0x70, 0x71 -> 4;
            case 0xBA -> 5;
            case AMOUNT -> 6;
            case 0x3B, 0xEB -> 8;
            case 0x2A -> 15;
            case CARD, 0x23, 0x2D, CARD_NAME, 0xA7, 0xD1 -> TWO_DIGITS;
            case 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8 -> TWO_DIGITS;
            case 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8 -> TWO_DIGITS;
            case 0x24, 0x2E, 0x3C, TOTALS, 0x9A, 0xAF -> THREE_DIGITS;
            case TLV -> BER;
            default -> UNKNOWN;
        };
    }

    public boolean whole() {
        return whole;
    }

    public Optional<byte[]> bytes(int field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The digits of a field, empty text where it is missing. */
    public String text(int field) {
        return bytes(field).map(Packed::text).orElse("");
    }

    /** The number in a field, -1 where it is missing or no number. */
    public long number(int field) {
        return bytes(field).map(Packed::number).orElse(-1L);
    }
}
