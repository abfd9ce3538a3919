package io.zizhu.driver.training;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One line of the training line, taken apart: {@code >WORD ID key=value … #CHECK}. The values stay bytes until somebody
 * asks, so that what is personal among them can be wiped. Belongs to one thread.
 */
final class Said {
    private static final int MOST_FIELDS = 40;
    private static final int CHECK = 10; // blank, #, eight digits
    private static final String PLAIN = "-_.:/+,="; // beside letters and digits: stands for itself

    private final String word;
    private final int id;
    private final Map<String, byte[]> fields;

    private Said(String word, int id, Map<String, byte[]> fields) {
        this.word = word;
        this.id = id;
        this.fields = fields;
    }

    /** Pure: any bytes; empty where they are no whole line, or one that was damaged on the way. */
    static Optional<Said> parse(byte[] line) {
        int start = line.length - 1;
        while (start >= 0 && line[start] != '>') {
            start--; // noise before a line is no part of it
        }
        int end = line.length - CHECK;
        if (start < 0 || end <= start || line[end] != ' ' || line[end + 1] != '#') {
            return Optional.empty();
        }
        String check = new String(line, end + 2, 8, StandardCharsets.ISO_8859_1);
        return check.equals(checksum(line, start + 1, end)) ? taken(line, start + 1, end) : Optional.empty();
    }

    private static Optional<Said> taken(byte[] line, int from, int end) {
        String word = "";
        int id = 0;
        Map<String, byte[]> fields = new HashMap<>();
        int number = 0;
        for (int at = from; at < end; number++) {
            int next = at;
            while (next < end && line[next] != ' ') {
                next++;
            }
            if (number == 0) {
                word = text(line, at, next);
            } else if (number == 1) {
                id = id(text(line, at, next));
            } else if (number > MOST_FIELDS + 1 || !field(line, at, next, fields)) {
                return Optional.empty();
            }
            at = next + 1;
        }
        return word.isEmpty() || id == 0 ? Optional.empty() : Optional.of(new Said(word, id, fields));
    }

    private static int id(String digits) {
        return digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : 0;
    }

    private static boolean field(byte[] line, int from, int end, Map<String, byte[]> fields) {
        int sign = from;
        while (sign < end && line[sign] != '=') {
            sign++;
        }
        String key = text(line, from, sign);
        Optional<byte[]> value = sign < end ? decoded(line, sign + 1, end) : Optional.empty();
        return key.matches("[a-z][a-z0-9-]{0,39}") && value.isPresent() && fields.putIfAbsent(key, value.get()) == null;
    }

    private static Optional<byte[]> decoded(byte[] line, int from, int end) {
        byte[] value = new byte[end - from];
        int length = 0;
        for (int at = from; at < end; at++) {
            if (line[at] != '%') {
                value[length++] = line[at];
            } else if (at + 2 < end && HexFormat.isHexDigit(line[at + 1]) && HexFormat.isHexDigit(line[at + 2])) {
                value[length++] =
                        (byte) (HexFormat.fromHexDigit(line[at + 1]) << 4 | HexFormat.fromHexDigit(line[at + 2]));
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        byte[] exact = Arrays.copyOf(value, length);
        Arrays.fill(value, (byte) 0);
        return Optional.of(exact);
    }

    private static String text(byte[] line, int from, int end) {
        return new String(line, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** The line to send, with its end. */
    static byte[] line(String word, int id, Map<String, String> fields) {
        StringBuilder text = new StringBuilder(word).append(' ').append(id);
        fields.forEach((key, value) -> {
            text.append(' ').append(key).append('=');
            encode(value, text);
        });
        byte[] body = text.toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write('>');
        line.writeBytes(body);
        line.writeBytes((" #" + checksum(body, 0, body.length) + "\n").getBytes(StandardCharsets.US_ASCII));
        return line.toByteArray();
    }

    private static void encode(String value, StringBuilder to) {
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (one & 0xFF);
            if (sign < 128 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0)) {
                to.append(sign);
            } else {
                to.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
    }

    private static String checksum(byte[] bytes, int from, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, end - from);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    String word() {
        return word;
    }

    int id() {
        return id;
    }

    /** The value, empty where it is missing; never for what is personal, since text cannot be wiped. */
    String text(String key) {
        byte[] value = fields.get(key);
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** Every field whose key begins so, by the rest of its key. */
    Map<String, String> texts(String prefix) {
        Map<String, String> found = new HashMap<>();
        for (String key : fields.keySet()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), text(key));
            }
        }
        return found;
    }

    /** What is sent as base64; empty where it is missing or none. The array is the caller's, who wipes it. */
    Optional<byte[]> bytes(String key) {
        byte[] value = fields.get(key);
        try {
            return Optional.ofNullable(value).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Overwrites every value. */
    void wipe() {
        fields.values().forEach(value -> Arrays.fill(value, (byte) 0));
    }

    /** Word and number alone: the values may be personal. */
    @Override
    public String toString() {
        return word + " " + id;
    }
}
