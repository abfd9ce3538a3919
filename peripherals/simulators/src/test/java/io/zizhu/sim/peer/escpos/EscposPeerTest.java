package io.zizhu.sim.peer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.zizhu.sim.peer.Refused;
import io.zizhu.tck.Await;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EscposPeerTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CUT = "1D564200";
    private static final String CLEAR = "10140801031401060208";

    private final EscposPeer printer = new EscposPeer(FontChain.of(Optional.empty()));

    @Test
    void real_time_status_tells_paper_cover_and_jam() throws Exception {
        assertSays("12121212", "100401 100402 100403 100404");
        printer.act("fault", Map.of("reason", "media-low"));
        assertSays("12121E", "100401 100402 100404");
        printer.act("fault", Map.of("reason", "media-empty"));
        assertSays("1A327E", "100401 100402 100404");
        printer.act("clear", Map.of());
        printer.act("fault", Map.of("reason", "cover-open"));
        assertSays("1A16", "100401 100402");
        printer.act("clear", Map.of());
        printer.act("fault", Map.of("reason", "media-jam"));
        assertSays("3A521E", "100401 100402 100403");
        printer.act("clear", Map.of());
        assertSays("12", "100401");
    }

    @Test
    void mended_after_a_jam_or_an_opened_cover_it_waits_until_it_is_told_how_to_go_on() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PipedOutputStream host = serve(heard);
        host.write(hex("1B40 48690A"));
        host.flush();
        Await.fact("a line", () -> "", () -> printer.begun());
        printer.act("fault", Map.of("reason", "cover-open"));
        printer.act("clear", Map.of());
        host.write(hex("48690A" + CUT + "100403 100502 100403 100501" + CUT + "1D7201"));
        host.flush();
        Await.fact("three answers", () -> hex(heard), () -> heard.size() == 3);
        assertEquals("161200", hex(heard));
        assertEquals(0, printer.out().size());
        assertEquals(1, printer.spoiled());
        host.close();
    }

    @Test
    void after_a_paper_end_only_the_newer_request_drops_what_waits_and_only_where_it_is_known() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PipedOutputStream host = serve(heard);
        printer.act("fault", Map.of("reason", "media-empty"));
        printer.act("keeps", Map.of());
        host.write(hex("48690A" + CUT + "100502" + CLEAR + "100401"));
        host.flush();
        Await.fact("an answer", () -> hex(heard), () -> heard.size() == 1);
        printer.act("keeps", Map.of("on", "false"));
        printer.act("refill", Map.of());
        assertEquals(1, printer.out().size(), "it kept it");
        printer.act("fault", Map.of("reason", "media-empty"));
        host.write(hex("48690A" + CUT + CLEAR));
        host.flush();
        Await.fact("confirmed", () -> hex(heard), () -> heard.size() == 4);
        assertEquals("1a372500", hex(heard));
        printer.act("refill", Map.of());
        assertEquals(1, printer.out().size(), "it dropped it");
        host.close();
    }

    @Test
    void a_slip_over_two_rolls_is_no_slip() throws Exception {
        printer.serve(new ByteArrayInputStream(hex("48690A")), OutputStream.nullOutputStream());
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PipedOutputStream host = serve(heard);
        host.write(hex("48690A 1D7201"));
        host.flush();
        Await.fact("printed", () -> hex(heard), () -> heard.size() == 1);
        printer.act("fault", Map.of("reason", "media-empty"));
        printer.act("refill", Map.of());
        host.write(hex("48690A" + CUT + "48690A" + CUT + "1D7201"));
        host.flush();
        Await.fact("cut", () -> hex(heard), () -> heard.size() == 2);
        assertEquals(1, printer.out().size());
        assertEquals(2, printer.spoiled(), "one torn off when it was switched on, one over two rolls");
        host.close();
    }

    private PipedOutputStream serve(OutputStream heard) throws IOException {
        PipedOutputStream host = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(host, 8192);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                printer.serve(in, heard);
            } catch (IOException ended) {
                throw new java.io.UncheckedIOException(ended);
            }
        });
        return host;
    }

    private static String hex(ByteArrayOutputStream heard) {
        return HexFormat.of().formatHex(heard.toByteArray());
    }

    @Test
    void a_slip_in_chinese_with_rare_characters_and_a_code_comes_out_as_a_picture() throws Exception {
        ByteArrayOutputStream slip = new ByteArrayOutputStream();
        slip.writeBytes(hex("1B40 1C26 1B6101 1D2111"));
        slip.writeBytes("训练回执\n".getBytes(GB18030));
        slip.writeBytes(hex("1D2100 1B6100 1B4501"));
        slip.writeBytes("姓名: 𠮷田美华 / 黄䶮\n".getBytes(GB18030));
        slip.writeBytes(hex("1B4500"));
        slip.writeBytes("进度码\tZZ-2026-000123\n--------------------------------\n".getBytes(GB18030));
        slip.writeBytes(hex("1D42 01"));
        slip.writeBytes(" 样张 SPECIMEN \n".getBytes(GB18030));
        slip.writeBytes(hex("1D4200 1B6101"));
        slip.writeBytes(qr("https://zizhu.example/p/ZZ-2026-000123"));
        slip.writeBytes(hex("1D763000 0200 0200 FFFF 8001 0A"));
        slip.writeBytes(hex("1B6405" + CUT));
        printer.serve(new ByteArrayInputStream(slip.toByteArray()), OutputStream.nullOutputStream());

        assertEquals(1, printer.out().size());
        byte[] png = printer.out().getFirst().bytes();
        Files.write(Path.of("target/slip.png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(640, image.getWidth());
        assertTrue(dark(image, 0, 70) > 500, "the heading is blank");
        assertEquals("https://zizhu.example/p/ZZ-2026-000123", scan(image));
    }

    @Test
    void out_of_paper_the_fence_waits_until_somebody_refills() throws Exception {
        PipedOutputStream host = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(host, 8192);
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream heard = new PipedInputStream(out, 8192);
        Thread.ofVirtual().start(() -> {
            try {
                printer.serve(in, out);
            } catch (IOException ended) {
                throw new java.io.UncheckedIOException(ended);
            }
        });
        printer.act("fault", Map.of("reason", "media-empty"));
        host.write(hex("1B40 48690A " + CUT + " 1D7201 100401"));
        host.flush();
        assertEquals(0x1A, heard.read());
        assertEquals(0, heard.available());
        assertTrue(printer.out().isEmpty());
        printer.act("refill", Map.of());
        assertEquals(0x00, heard.read());
        assertEquals(1, printer.out().size());
        host.close();
    }

    @Test
    void pushed_status_comes_at_once_and_at_each_change() throws Exception {
        assertSays("1000000F", "1D61FF");
        assertSays("1000000F 37220102030400", "1D61FF 1D284806003030 01020304");
    }

    @Test
    void cutting_blank_paper_gives_nothing_and_unknown_faults_are_refused() throws Exception {
        assertSays("", CUT);
        assertTrue(printer.out().isEmpty());
        assertThrows(Refused.class, () -> printer.act("fault", Map.of("reason", "toner-low")));
    }

    private void assertSays(String expected, String sent) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        printer.serve(new ByteArrayInputStream(hex(sent)), heard);
        assertArrayEquals(hex(expected), heard.toByteArray());
    }

    private static byte[] qr(String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.writeBytes(hex("1D286B0400 31413200 1D286B0300 314306 1D286B0300 314531"));
        int length = data.length + 3;
        to.writeBytes(new byte[] {0x1D, 0x28, 0x6B, (byte) length, (byte) (length >> 8), 0x31, 0x50, 0x30});
        to.writeBytes(data);
        to.writeBytes(hex("1D286B0300 315130"));
        return to.toByteArray();
    }

    private static String scan(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static int dark(BufferedImage image, int from, int to) {
        int dark = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
