package io.zizhu.driver.zvt.apdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One object of a TLV container (field 06), in ASN.1 BER: a tag of one to three bytes, a length of one byte or after
 * {@code 81} or {@code 82}, a value. Any bytes read as some list: what cannot be read ends it.
 *
 * @param tag its bytes as one number, such as {@code 25} or {@code 1F07}
 */
public record Tlv(int tag, byte[] value) {
    public static final int TEXT_LINE = 0x07;
    public static final int TEXT_LINES = 0x25;
    public static final int RECEIPT_KIND = 0x1F07;

    private static final int LONGEST_TAG = 3;

    public static List<Tlv> read(byte[] data) {
        List<Tlv> all = new ArrayList<>();
        int at = 0;
        while (at < data.length) {
            int behind = behindTag(data, at);
            Span span = behind < 0 ? Span.NOWHERE : Span.ber(data, behind);
            if (span.end() > data.length) {
                break;
            }
            all.add(new Tlv(number(data, at, behind), Arrays.copyOfRange(data, span.start(), span.end())));
            at = span.end();
        }
        return all;
    }

    /** Five low bits set: more bytes follow, each but the last with its top bit set; -1 where the tag has no end. */
    private static int behindTag(byte[] data, int at) {
        if ((data[at] & 0x1F) != 0x1F) {
            return at + 1;
        }
        for (int i = at + 1; i < Math.min(data.length, at + LONGEST_TAG); i++) {
            if ((data[i] & 0x80) == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int number(byte[] data, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = (number << 8) | (data[i] & 0xFF);
        }
        return number;
    }

    /** The first object of that tag. */
    public static Optional<Tlv> find(List<Tlv> all, int tag) {
        return all.stream().filter(each -> each.tag() == tag).findFirst();
    }

    /** What a constructed object holds. */
    public List<Tlv> inside() {
        return read(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv(int hers, byte[] bytes) && hers == tag && Arrays.equals(bytes, value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    /** The tag only: the value may name a card. */
    @Override
    public String toString() {
        return Integer.toHexString(tag);
    }
}
