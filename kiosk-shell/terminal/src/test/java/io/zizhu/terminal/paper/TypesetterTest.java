package io.zizhu.terminal.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.zizhu.catalogue.Words;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Certificate.Fact;
import io.zizhu.service.port.Paper;
import io.zizhu.service.stock.Balance;
import io.zizhu.service.stock.Fate;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Numbered;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.stock.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final String SEAL = "ZZ1." + "q8Jr3vN0".repeat(40);

    private static Typesetter paper;

    @BeforeAll
    static void load_the_fonts_once() throws IOException {
        paper = new Typesetter(Typesetter.under(Optional.empty()));
    }

    @Test
    void rare_names_come_out_of_the_pdf_again() throws Exception {
        for (String name : List.of("𠮷田美华", "黄䶮")) {
            String text = text(pdf(certificate(name, "国内使用", List.of())));
            assertTrue(text.contains(name), text);
            assertTrue(text.contains("无犯罪记录证明") && text.contains("截至出具日未发现有犯罪记录"), text);
            assertTrue(text.contains("ZZ-2026-000017") && text.contains("二〇二六年十一月二十一日"), text);
            assertTrue(text.contains("SPECIMEN") && !text.contains("CERTIFICATE"), text);
        }
    }

    @Test
    void fonts_are_embedded_as_subsets_and_only_those_used() throws Exception {
        byte[] pdf = pdf(certificate("黄䶮", "国内使用", List.of()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int fonts = 0;
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
                fonts++;
            }
            assertEquals(2, fonts);
        }
        assertTrue(pdf.length < 120_000, "kB " + pdf.length / 1000);
    }

    @Test
    void a_hand_over_fits_one_sheet_with_its_balance_and_only_the_last_events_of_a_bad_day() throws Exception {
        Instant began = Instant.parse("2026-11-21T00:00:00Z");
        List<HandOver.Event> events = IntStream.range(0, 200)
                .mapToObj(i -> new HandOver.Event(
                        began.plusSeconds(i * 60L),
                        "device",
                        Map.of("id", "receipt-printer", "fault", "LOST: no port " + i + " \u0007" + "x".repeat(150))))
                .toList();
        var sheets = List.of(
                new Numbered("000101", Fate.USED, began, "v1"), new Numbered("000102", Fate.MISSING, began, "1001"));
        var balance = new Balance(Supply.A4, 20, new Tally(250, 84, 3, 0, -1, 0, 1));
        var roll = new Balance(Supply.ROLL, 21_400, new Tally(80_000, 15_100, 21_400, 0, 0, 0, 0));
        byte[] pdf = paper.handOver(
                new HandOver("1001", began, began.plusSeconds(28_800), List.of(balance, roll), sheets, events),
                ZoneId.of("Asia/Shanghai"));
        String text = text(pdf);
        assertTrue(text.contains("交接班记录") && text.contains("1001") && text.contains("11-21 08:00"), text);
        assertTrue(text.contains("182") && text.contains("64.9"), text);
        assertTrue(text.contains("000102") && text.contains("缺失"), text);
        assertTrue(text.contains("no port 199") && !text.contains("no port 100 "), text);
        assertTrue(text.contains("见日志"), text);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void the_sheet_for_abroad_says_it_in_english_too() throws Exception {
        String text = text(pdf(certificate("𠮷田美华", "国外使用", english())));
        assertTrue(text.contains("CERTIFICATE OF NO CRIMINAL RECORD"), text);
        assertTrue(text.contains("Female") && text.contains("3 May 1990"), text);
    }

    @Test
    void a_character_without_glyph_stops_the_paper_by_its_code() {
        assertEquals(
                new Paper.Typeset.NoGlyph("U+10FFFD"),
                paper.certificate(certificate("张\uDBFF\uDFFD", "国内使用", List.of())));
    }

    @Test
    void the_printed_code_is_the_seal_read_from_the_paper_again() throws Exception {
        byte[] pdf = pdf(certificate("黄䶮", "国外使用", english()));
        keep("certificate-abroad.pdf", pdf);
        keep("certificate.pdf", pdf(certificate("黄䶮", "国内使用", List.of())));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 250);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            LuminanceSource all = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            LuminanceSource corner = all.crop(
                    100, image.getHeight() * 6 / 10, image.getWidth() / 2 - 100, image.getHeight() * 4 / 10 - 120);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(corner)));
            assertEquals(SEAL, read.getText());
        }
    }

    @Test
    void a_slip_keeps_to_what_the_printer_can_write_and_draws_the_rest() {
        Slip slip = paper.slip(List.of(
                new Paper.Row.Title(new Words("换领居民身份证", "Identity card renewal")),
                new Paper.Row.Pair(new Words("受理编号", "Case number"), "C-17"),
                new Paper.Row.Note(Words.plain("𠮷")),
                new Paper.Row.Note(Words.plain("䶮")),
                new Paper.Row.Qr("123456"),
                new Paper.Row.Rule()));
        List<Slip.Line.Raster> drawn = slip.lines().stream()
                .filter(Slip.Line.Raster.class::isInstance)
                .map(Slip.Line.Raster.class::cast)
                .toList();
        assertEquals(2, drawn.size());
        for (Slip.Line.Raster raster : drawn) {
            int ink = 0;
            for (byte eight : raster.bits()) {
                ink += Integer.bitCount(eight & 0xff);
            }
            assertTrue(ink > 60 && ink < 400, "dots " + ink);
        }
        assertTrue(slip.lines().contains(new Slip.Line.Text("换领居民身份证", Slip.Style.TITLE)));
        assertTrue(slip.lines().contains(new Slip.Line.Qr("123456")));
    }

    @Test
    void long_notes_are_broken_between_words_at_the_papers_width() throws Exception {
        Slip slip = paper.slip(List.of(new Paper.Row.Note(new Words(
                "约20个工作日后可领取新证，届时请交回旧证，并请携带本凭条前来领取。",
                "The new card is ready in about 20 working days; please bring the old one then."))));
        assertTrue(slip.lines().size() >= 4);
        for (Slip.Line line : slip.lines()) {
            String text = assertInstanceOf(Slip.Line.Text.class, line).text();
            assertTrue(text.getBytes("GBK").length <= 48, text);
            assertFalse(text.startsWith("，") || text.startsWith(" "), text);
        }
    }

    @Test
    void the_test_page_is_one_sheet_without_any_number() throws Exception {
        byte[] pdf = paper.testPage();
        keep("test-page.pdf", pdf);
        assertTrue(text(pdf).contains("打印测试页"));
    }

    private static Certificate certificate(String name, String area, List<Fact> english) {
        return new Certificate(
                "no-criminal-record",
                "ZZ-2026-000017",
                LocalDate.of(2026, 11, 21),
                List.of(
                        new Fact("name", name),
                        new Fact("sex", "女"),
                        new Fact("birth", "1990年5月3日"),
                        new Fact("number", "990101199005030028"),
                        new Fact("purpose", "出国、定居"),
                        new Fact("area", area),
                        new Fact("result", "截至出具日未发现有犯罪记录"),
                        new Fact("issued", "2026年11月21日"),
                        new Fact("authority", "培训市公安局示范分局")),
                english,
                SEAL,
                true);
    }

    private static List<Fact> english() {
        return List.of(
                new Fact("Name", "𠮷田美华"),
                new Fact("Sex", "Female"),
                new Fact("Date of birth", "3 May 1990"),
                new Fact("Identity number", "990101199005030028"),
                new Fact("Purpose", "Going abroad"),
                new Fact("For use", "Abroad"),
                new Fact("Result", "No criminal record found up to the date of issue"),
                new Fact("Date of issue", "21 November 2026"),
                new Fact("Issued by", "培训市公安局示范分局"));
    }

    private static byte[] pdf(Certificate certificate) {
        return assertInstanceOf(Paper.Typeset.Pdf.class, paper.certificate(certificate))
                .bytes();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFTextStripper().getText(document).replace("\n", "");
        }
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper", name), pdf);
    }
}
