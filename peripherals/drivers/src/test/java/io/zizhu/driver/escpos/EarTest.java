package io.zizhu.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Said WELL = new Said.RealTime(0x12);
    private static final Said PAPER_END = new Said.Pushed(0x18, 0, 0x0F);
    private static final Said PASSED = new Said.Queued(0);

    @Test
    void kinds_are_told_apart_by_their_fixed_bits_though_they_come_in_one_piece() {
        assertEquals(
                List.of(WELL, PAPER_END, PASSED, new Said.Numbered(42), new Said.Cleared(), new Said.RealTime(0x7E)),
                hear("12 18000F0F 00 37223030343200 372500 7E").said());
    }

    @Test
    void the_last_bytes_of_a_pushed_status_are_never_an_answer_from_the_queue() {
        for (int cut = 1; cut < 4; cut++) {
            Ear ear = new Ear();
            byte[] pushed = bytes("18000F0F");
            List<Said> said =
                    new ArrayList<>(ear.hear(Arrays.copyOf(pushed, cut)).said());
            assertEquals(List.of(), said, "half a status says nothing");
            said.addAll(ear.hear(Arrays.copyOfRange(pushed, cut, 4)).said());
            assertEquals(List.of(PAPER_END), said, "torn after " + cut);
        }
    }

    @Test
    void what_stands_before_noise_is_noise_too() {
        Ear.Heard heard = hear("05 12 00 AA AA 96 12");
        assertEquals(List.of(WELL), heard.said());
        assertFalse(heard.clean());
    }

    @Test
    void a_head_that_was_noise_swallows_no_answer_of_another_kind() {
        assertEquals(List.of(WELL), hear("10 00 12").said());
        assertEquals(List.of(WELL), hear("37 22 30 12").said());
    }

    @Test
    void flow_control_may_stand_anywhere() {
        Ear.Heard heard = hear("13 18 00 13 11 0F 0F 11 12");
        assertEquals(List.of(PAPER_END, WELL), heard.said());
        assertTrue(heard.clean());
    }

    @Test
    void numbers_come_back_in_order_and_those_of_an_earlier_life_do_not_count() {
        Fence fence = new Fence(true);
        fence.ask();
        fence.ask();
        fence.hear(new Said.Numbered(77));
        fence.hear(PASSED);
        assertFalse(fence.passed(1));
        fence.hear(new Said.Numbered(2));
        assertTrue(fence.passed(2));
        assertEquals(0, fence.owed());
    }

    @Property(tries = 500)
    void any_bytes_however_they_are_torn_are_understood_or_dropped(
            @ForAll @Size(max = 60) byte[] noise, @ForAll int seed) {
        Ear ear = new Ear();
        int cut = noise.length == 0 ? 0 : Math.floorMod(seed, noise.length);
        ear.hear(Arrays.copyOf(noise, cut));
        ear.hear(Arrays.copyOfRange(noise, cut, noise.length));
        List<Said> said = ear.hear(bytes("AAAA96 12 1800000F")).said();
        assertEquals(List.of(WELL, new Said.Pushed(0x18, 0, 0)), said);
    }

    private static Ear.Heard hear(String hex) {
        return new Ear().hear(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
