package io.zizhu.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as a value: copied at the door, compared by content, spelt in base64 on the wire, never shown. */
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads standard base64 with padding, in its one canonical spelling.
     *
     * @throws Misfit where the text is anything else, unused bits that are not zero included
     */
    public static Octets base64(String field, String text) {
        return strict(field, text, Base64.getDecoder(), Base64.getEncoder());
    }

    /** The same for the URL alphabet without padding. */
    public static Octets base64Url(String field, String text) {
        return strict(
                field, text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
    }

    private static Octets strict(String field, String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        byte[] decoded;
        try {
            decoded = decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit(field, "is not base64");
        }
        if (!encoder.encodeToString(decoded).equals(text)) {
            throw new Misfit(field, "is not the canonical base64 of its bytes");
        }
        return new Octets(decoded);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Digest digest() {
        return Digest.of(bytes);
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[" + bytes.length + " octets]";
    }
}
