package io.zizhu.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zizhu.device.Media;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Slip;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InkTest {
    private static final String HEAD = "1b40";

    @Test
    void chinese_stands_between_fs_and_and_fs_dot_in_gb18030() {
        assertEquals(
                HEAD + "1b6100" + "1b4500" + "1d2100" + "1c26" + "caa4d4aa" + "1c2e" + "4e" + "0a" + "1d2100" + "1b4500"
                        + "1b6100",
                hex(new Slip.Line.Text("胜元N", Slip.Style.PLAIN)));
    }

    @Test
    void a_title_is_centred_bold_and_twice_as_big_and_leaves_no_style_behind() {
        assertEquals(
                HEAD + "1b6101" + "1b4501" + "1d2111" + "410a" + "1d2100" + "1b4500" + "1b6100",
                hex(new Slip.Line.Text("A", Slip.Style.TITLE)));
    }

    @Test
    void a_code_is_stored_and_printed() {
        assertEquals(
                HEAD + "1b6101" + "1d286b040031413200" + "1d286b0300314306" + "1d286b0300314531" + "1d286b0500315030"
                        + "6869" + "1d286b0300315130" + "1b6100",
                hex(new Slip.Line.Qr("hi")));
    }

    @Test
    void a_picture_says_its_size_in_bytes_across_and_dots_down() {
        assertEquals(
                HEAD + "1d763000" + "0200" + "0300" + "010203040506",
                hex(new Slip.Line.Raster(9, 3, new byte[] {1, 2, 3, 4, 5, 6})));
    }

    @Property(tries = 300)
    void no_text_can_command_the_printer(@ForAll String text) {
        String body = hex(new Slip.Line.Text(text, Slip.Style.PLAIN));
        byte[] bytes = HexFormat.of().parseHex(body);
        int commands = 0;
        for (byte one : bytes) {
            if (one == 0x1B || one == 0x1D || one == 0x10) {
                commands++;
            }
        }
        assertEquals(7, commands, "1 to begin, 3 styles on, 3 off");
    }

    @Test
    void the_status_bits_of_the_reference_are_understood() {
        Condition well = new Condition(0x12, 0x12, 0x12);
        assertFalse(well.obstacle().isPresent());
        assertEquals(Media.FULL, well.pulse().media());
        assertEquals(Media.LOW, new Condition(0x12, 0x12, 0x1E).pulse().media());
        assertEquals(Media.OUT, new Condition(0x32, 0x12, 0x7E).pulse().media());
        assertEquals(Status.ONLINE, new Condition(0x32, 0x12, 0x7E).pulse().status());
        assertEquals(Status.USER_ERROR, new Condition(0x16, 0x12, 0x12).pulse().status());
        assertEquals(Media.JAMMED, new Condition(0x12, 0x1A, 0x12).pulse().media());
        assertEquals(
                Status.HARDWARE_ERROR, new Condition(0x12, 0x32, 0x12).pulse().status());
        assertFalse(new Condition(0x12, 0x52, 0x12).obstacle().isPresent(), "a hot head cools by itself");
    }

    private static String hex(Slip.Line line) {
        return HexFormat.of().formatHex(Ink.first(new Slip(List.of(line))));
    }
}
