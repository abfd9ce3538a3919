package io.zizhu.wire.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 as 64 lower-case hex digits: the name of a thing by its content. */
public record Digest(String hex) {
    public Digest {
        boolean right = hex.length() == 64;
        for (int i = 0; right && i < 64; i++) {
            char c = hex.charAt(i);
            right = ('0' <= c && c <= '9') || ('a' <= c && c <= 'f');
        }
        if (!right) {
            throw new Misfit("digest", "is not 64 lower-case hex digits");
        }
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256(bytes)));
    }

    /** The raw 32 bytes. */
    public Octets octets() {
        return Octets.of(HexFormat.of().parseHex(hex));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
