package io.zizhu.sim.peer.passport.crypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked examples of Doc 9303-11 (appendices D and G) and of NIST SP 800-38B. */
class WorkedExampleTest {
    private static final String SPECIMEN = "L898902C<369080619406236";

    @Test
    void the_keys_of_basic_access_control_are_those_of_appendix_D() {
        byte[] seed = Keys.bacSeed(SPECIMEN);
        assertEquals("239AB9CB282DAF66231DC5A4DF6BFBAE", hex(seed));
        assertEquals("AB94FDECF2674FDFB9B391F85D7F76F2", hex(Keys.oddParity(Keys.derive(seed, Keys.ENCRYPT))));
        assertEquals("7962D9ECE03D1ACD4C76089DCE131543", hex(Keys.oddParity(Keys.derive(seed, Keys.MAC))));
    }

    @Test
    void a_command_of_appendix_D_opens_and_its_answer_is_sealed_to_the_byte() {
        Messaging chip = Messaging.des(bytes("0036D272F5C350ACAC50C3F572D23600"), bytes("887022120C06C226"));
        Messaging.Plain select = chip.open(bytes("0CA4020C"), bytes("8709016375432908C044F6" + "8E08BF8B92D635FF24F8"));
        assertEquals("011E", hex(select.data()));
        assertEquals("990290008E08FA855A5D4C50A8ED9000", hex(chip.seal(new byte[0], 0x9000, false)));
        Messaging.Plain read = chip.open(bytes("0CB00000"), bytes("970104" + "8E08ED6705417E96BA55"));
        assertEquals(4, read.expected());
        assertEquals(
                "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000",
                hex(chip.seal(bytes("60145F01"), 0x9000, false)));
    }

    @Test
    void a_command_that_was_tampered_with_does_not_open() {
        Messaging chip = Messaging.des(bytes("0036D272F5C350ACAC50C3F572D23600"), bytes("887022120C06C226"));
        assertThrows(
                IllegalArgumentException.class,
                () -> chip.open(bytes("0CA4020C"), bytes("8709016375432908C044F7" + "8E08BF8B92D635FF24F8")));
    }

    @Test
    void the_nonce_of_appendix_G_is_decrypted_with_the_key_of_the_zone() {
        byte[] password = Keys.paceZone("T22000129364081251010318");
        assertEquals("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD", hex(password));
        byte[] key = Keys.derive(password, Keys.PASSWORD);
        assertEquals("89DED1B26624EC1E634C1989302849DD", hex(key));
        assertEquals(
                "3F00C4D39D153F2B2A214A078D899B22",
                hex(Block.aes(false, key, new byte[16], bytes("95A3A016522EE98D01E76CB6B98B42C3"))));
    }

    @Test
    void the_message_code_of_AES_is_that_of_NIST() {
        byte[] key = bytes("2B7E151628AED2A6ABF7158809CF4F3C");
        assertEquals("BB1D6929E9593728", hex(Block.cmac(key, new byte[0])));
        assertEquals("070A16B46B4D4144", hex(Block.cmac(key, bytes("6BC1BEE22E409F96E93D7E117393172A"))));
        assertEquals(
                "DFA66747DE9AE630",
                hex(Block.cmac(
                        key,
                        bytes("6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411"))));
    }

    @Test
    void both_ends_of_an_agreement_meet_at_one_point_of_the_curve() {
        Curve curve = Curve.BRAINPOOL_P256R1;
        Curve.Point base = curve.point(curve.bytes(curve.base())); // refused where the constants are not of one curve
        BigInteger one = curve.secret();
        BigInteger other = curve.secret();
        assertEquals(curve.times(one, curve.times(other, base)), curve.times(other, curve.times(one, base)));
        byte[] beside = curve.bytes(base);
        beside[64] ^= 1;
        assertThrows(IllegalArgumentException.class, () -> curve.point(beside));
        assertThrows(
                IllegalArgumentException.class,
                () -> curve.point("04".repeat(65).getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
