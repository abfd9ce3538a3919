package io.zizhu.sim.peer.ipp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an answer in the octets of RFC 8010, group by group, value by value. */
final class Answer {
    static final int OK = 0x0000;
    static final int BAD_REQUEST = 0x0400;
    static final int NOT_POSSIBLE = 0x0404;
    static final int NOT_FOUND = 0x0406;
    static final int FORMAT_NOT_SUPPORTED = 0x040A;
    static final int OPERATION_NOT_SUPPORTED = 0x0501;

    static final int JOB_GROUP = 0x02;
    static final int PRINTER_GROUP = 0x04;

    static final int BUSY = 0x0507;

    private static final int INTEGER = 0x21;
    private static final int BOOLEAN = 0x22;
    private static final int ENUM = 0x23;
    private static final int OCTETS = 0x30;
    private static final int TEXT = 0x41;
    private static final int NAME = 0x42;
    private static final int KEYWORD = 0x44;
    private static final int URI = 0x45;
    private static final int CHARSET = 0x47;
    private static final int LANGUAGE = 0x48;
    private static final int MIME = 0x49;
    private static final int NO_VALUE = 0x13;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Answer(Request to, int status) {
        out.write(to.version() >> 8);
        out.write(to.version());
        out.write(status >> 8);
        out.write(status);
        out.writeBytes(ByteBuffer.allocate(4).putInt(to.id()).array());
        group(0x01);
        put(CHARSET, "attributes-charset", "utf-8");
        put(LANGUAGE, "attributes-natural-language", "en");
    }

    Answer group(int tag) {
        out.write(tag);
        return this;
    }

    Answer number(String name, int value) {
        return value(INTEGER, name, four(value));
    }

    Answer enums(String name, int... values) {
        for (int at = 0; at < values.length; at++) {
            value(ENUM, at == 0 ? name : "", four(values[at]));
        }
        return this;
    }

    Answer numbers(String name, int... values) {
        for (int at = 0; at < values.length; at++) {
            value(INTEGER, at == 0 ? name : "", four(values[at]));
        }
        return this;
    }

    /** Octets that are text, as of {@code printer-supply}. */
    Answer octets(String name, String... values) {
        for (int at = 0; at < values.length; at++) {
            put(OCTETS, at == 0 ? name : "", values[at]);
        }
        return this;
    }

    Answer yes(String name, boolean value) {
        return value(BOOLEAN, name, new byte[] {(byte) (value ? 1 : 0)});
    }

    Answer nothing(String name) {
        return value(NO_VALUE, name, new byte[0]);
    }

    Answer text(String name, String value) {
        return put(TEXT, name, value);
    }

    Answer name(String name, String value) {
        return put(NAME, name, value);
    }

    Answer uri(String name, String value) {
        return put(URI, name, value);
    }

    Answer mime(String name, String value) {
        return put(MIME, name, value);
    }

    Answer keywords(String name, List<String> values) {
        for (int at = 0; at < values.size(); at++) {
            put(KEYWORD, at == 0 ? name : "", values.get(at));
        }
        return this;
    }

    byte[] octets() {
        out.write(0x03);
        return out.toByteArray();
    }

    private Answer put(int tag, String name, String value) {
        return value(tag, name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Answer value(int tag, String name, byte[] value) {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        out.write(tag);
        out.write(named.length >> 8);
        out.write(named.length);
        out.writeBytes(named);
        out.write(value.length >> 8);
        out.write(value.length);
        out.writeBytes(value);
        return this;
    }

    private static byte[] four(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
