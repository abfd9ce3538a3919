package io.zizhu.service.upkeep;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code of a badge app: RFC 6238 with HMAC-SHA-1, six digits, a new one every thirty seconds. The step that a code
 * belongs to is told, so that nobody is let in by the same code twice.
 *
 * @param secret at least 16 bytes (RFC 4226, R6)
 */
public record OneTimeCode(byte[] secret) {
    private static final int STEP_SECONDS = 30;
    private static final int DRIFT = 1;
    private static final int LEAST_BYTES = 16;

    public OneTimeCode {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a badge's secret has at least " + LEAST_BYTES + " bytes");
        }
        secret = secret.clone();
    }

    /** The step whose code this is, where it is now or one step beside it: a telephone's clock is not ours. */
    OptionalLong step(String code, Instant now) {
        long middle = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        for (long step = middle - DRIFT; step <= middle + DRIFT; step++) {
            if (same(at(step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** In a time that does not tell how many digits were right. */
    private static boolean same(String right, String tried) {
        int differ = right.length() ^ tried.length();
        for (int i = 0; i < Math.min(right.length(), tried.length()); i++) {
            differ |= right.charAt(i) ^ tried.charAt(i);
        }
        return differ == 0;
    }

    /** RFC 4226, 5.3: four bytes of the HMAC from where its last nibble says, as six digits. */
    String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            String hash = HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex("%016x".formatted(step))));
            int from = Character.digit(hash.charAt(hash.length() - 1), 16) * 2;
            int number = (int) (Long.parseLong(hash.substring(from, from + 8), 16) & 0x7fff_ffffL);
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA1", missing);
        }
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
