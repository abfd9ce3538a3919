package io.zizhu.sim.peer.passport.tlv;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One data object: tags of one to three bytes, definite lengths. */
public record Tlv(int tag, byte[] value) {
    /** Writes a data object whose value is these parts, one after the other. */
    public static byte[] of(int tag, byte[]... parts) {
        byte[] value = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(number(tag));
        if (value.length < 0x80) {
            out.write(value.length);
        } else {
            byte[] length = number(value.length);
            out.write(0x80 | length.length);
            out.writeBytes(length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }

    public static byte[] sequence(byte[]... parts) {
        return of(0x30, parts);
    }

    /** A set of one: DER sorts the members of greater ones. */
    public static byte[] setOf(byte[] part) {
        return of(0x31, part);
    }

    public static byte[] integer(BigInteger number) {
        return of(0x02, number.toByteArray());
    }

    public static byte[] integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    public static byte[] octets(byte[]... parts) {
        return of(0x04, parts);
    }

    public static byte[] printable(String text) {
        return of(0x13, text.getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] nothing() {
        return of(0x05);
    }

    /** @param dotted such as {@code 2.23.136.1.1.1} */
    public static byte[] oid(String dotted) {
        return of(0x06, oidValue(dotted));
    }

    public static byte[] oidValue(String dotted) {
        long[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(base128(arcs[0] * 40 + arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            out.writeBytes(base128(arcs[i]));
        }
        return out.toByteArray();
    }

    private static byte[] base128(long arc) {
        int length = Math.max(1, (64 - Long.numberOfLeadingZeros(arc) + 6) / 7);
        byte[] digits = new byte[length];
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = (byte) ((arc & 0x7F) | (i == length - 1 ? 0 : 0x80));
            arc >>= 7;
        }
        return digits;
    }

    /** Reads all data objects. @throws IllegalArgumentException where the bytes are none */
    public static List<Tlv> all(byte[] bytes) {
        List<Tlv> found = new java.util.ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            Head head = head(bytes, at);
            if (head.from() + head.length() > bytes.length) {
                throw new IllegalArgumentException("a data object is cut off");
            }
            found.add(new Tlv(head.tag(), Arrays.copyOfRange(bytes, head.from(), head.from() + head.length())));
            at = head.from() + head.length();
        }
        return found;
    }

    public static Optional<byte[]> find(byte[] bytes, int tag) {
        return all(bytes).stream()
                .filter(each -> each.tag == tag)
                .map(Tlv::value)
                .findFirst();
    }

    private record Head(int tag, int from, int length) {}

    private static Head head(byte[] bytes, int start) {
        int at = start;
        int tag = at(bytes, at++);
        if ((tag & 0x1F) == 0x1F) {
            int next;
            do {
                next = at(bytes, at++);
                tag = (tag << 8) | next;
            } while ((next & 0x80) != 0);
        }
        int length = at(bytes, at++);
        if (length > 0x80) {
            int count = length & 0x7F;
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | at(bytes, at++);
            }
        }
        if (length < 0) {
            throw new IllegalArgumentException("a data object is longer than any chip");
        }
        return new Head(tag, at, length);
    }

    private static int at(byte[] bytes, int index) {
        if (index >= bytes.length) {
            throw new IllegalArgumentException("a data object is cut off");
        }
        return bytes[index] & 0xFF;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Big-endian, as short as it goes. */
    private static byte[] number(int number) {
        byte[] bytes = BigInteger.valueOf(number & 0xFFFFFFFFL).toByteArray();
        return bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
