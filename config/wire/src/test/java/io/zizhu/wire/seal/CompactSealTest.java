package io.zizhu.wire.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactSealTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final Facts FACTS = Facts.of("name", "𠮷田美华", "number", "990102199001011234", "purpose", "study");

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_seal_fits_a_qr_code_and_needs_only_the_public_key(Algorithm algorithm) {
        var signer = Signer.of(algorithm, algorithm.newKeys());
        var seal = CompactSeal.over("TRN-2026-000001", LocalDate.of(2026, 11, 21), FACTS, true);
        String token = seal.token(signer);
        assertTrue(token.length() < 320, "length " + token.length());
        assertEquals(new CompactSeal.Checked.Genuine(seal), CompactSeal.check(token, List.of(signer.key())));
        assertTrue(seal.covers(FACTS));
        assertFalse(seal.covers(Facts.of("name", "𠮷田美花", "number", "990102199001011234", "purpose", "study")));
        assertFalse(seal.covers(Facts.of("number", "990102199001011234", "name", "𠮷田美华", "purpose", "study")));
        assertInstanceOf(CompactSeal.Checked.Refused.class, CompactSeal.check(token, List.of()));
    }

    @Test
    void one_changed_letter_anywhere_fails() {
        var signer = Signer.of(Algorithm.ES256, Algorithm.ES256.newKeys());
        String token = CompactSeal.over("TRN-2026-000001", LocalDate.of(2026, 11, 21), FACTS, false)
                .token(signer);
        for (int at = 0; at < token.length(); at++) {
            for (int step = 1; step < ALPHABET.length(); step += 9) {
                char other =
                        ALPHABET.charAt((Math.max(0, ALPHABET.indexOf(token.charAt(at))) + step) % ALPHABET.length());
                String copy = token.substring(0, at) + other + token.substring(at + 1);
                assertInstanceOf(
                        CompactSeal.Checked.Refused.class, CompactSeal.check(copy, List.of(signer.key())), "at " + at);
            }
            assertInstanceOf(
                    CompactSeal.Checked.Refused.class,
                    CompactSeal.check(token.substring(0, at), List.of(signer.key())));
        }
    }
}
