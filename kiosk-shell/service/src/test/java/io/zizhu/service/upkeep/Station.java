package io.zizhu.service.upkeep;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A station's people: attendants 1001 and 1003, supervisor 2001, supervisor 2002 with a badge app, 9001 revoked. */
final class Station {
    /** RFC 6238's own secret for HMAC-SHA-1. */
    static final OneTimeCode CODE = new OneTimeCode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    static final People PEOPLE = People.of(List.of(
            new Person("1001", Set.of(Role.ATTENDANT), pin("246810"), Optional.empty(), false),
            new Person("1003", Set.of(Role.ATTENDANT), pin("864200"), Optional.empty(), false),
            new Person("2001", Set.of(Role.SUPERVISOR), pin("135790"), Optional.empty(), false),
            new Person("2002", Set.of(Role.SUPERVISOR), pin("975310"), Optional.of(CODE), false),
            new Person("9001", Set.of(Role.SUPERVISOR), pin("112233"), Optional.empty(), true)));

    private Station() {}

    static Pin pin(String digits) {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(digits.toCharArray(), salt, 1000, 256))
                    .getEncoded();
            return new Pin("PBKDF2WithHmacSHA256", salt, 1000, hash);
        } catch (GeneralSecurityException bad) {
            throw new IllegalStateException(bad);
        }
    }
}
