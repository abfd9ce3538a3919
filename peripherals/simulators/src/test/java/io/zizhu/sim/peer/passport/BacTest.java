package io.zizhu.sim.peer.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The chip's end of basic access control, by the worked example of Doc 9303-11, appendix D.3. */
class BacTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String CRYPTOGRAM =
            "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A7";

    private final Bac chip = new Bac(
            "L898902C<369080619406236",
            HEX.parseHex("4608F91988702212"),
            HEX.parseHex("0B4F80323EB3191CB04970CB4052790B"));

    @Test
    void the_answer_is_that_of_the_worked_example() {
        assertEquals(
                "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D7449",
                HEX.formatHex(chip.authenticate(HEX.parseHex(CRYPTOGRAM))
                        .orElseThrow()
                        .answer()));
    }

    @Test
    void another_zone_or_a_torn_cryptogram_opens_nothing() {
        byte[] cryptogram = HEX.parseHex(CRYPTOGRAM);
        assertTrue(new Bac("L898902C<369080619406237", chip.challenge(), new byte[16])
                .authenticate(cryptogram)
                .isEmpty());
        cryptogram[3] ^= 1;
        assertTrue(chip.authenticate(cryptogram).isEmpty());
    }
}
