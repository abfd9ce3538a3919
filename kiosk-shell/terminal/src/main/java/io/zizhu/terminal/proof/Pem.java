package io.zizhu.terminal.proof;

import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.SealKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of keys, RFC 7468. */
final class Pem {
    static final String PUBLIC = "PUBLIC KEY";
    static final String PRIVATE = "PRIVATE KEY";

    private Pem() {}

    static String of(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /**
     * @throws IOException where the text holds no such block
     */
    static byte[] der(String label, String text) throws IOException {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IOException("holds no " + label + " in PEM form");
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1).getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IOException("its " + label + " is damaged", e);
        }
    }

    /** An Ed25519 public key. */
    static SealKey key(String text) throws IOException {
        var key = new SealKey(Algorithm.ED25519, Octets.of(der(PUBLIC, text)));
        if (!key.readable()) {
            throw new IOException("its " + PUBLIC + " is no Ed25519 key");
        }
        return key;
    }
}
