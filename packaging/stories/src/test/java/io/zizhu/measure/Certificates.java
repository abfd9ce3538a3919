package io.zizhu.measure;

import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Certificate.Fact;
import io.zizhu.service.port.Paper;
import io.zizhu.terminal.paper.Typesetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One certificate by the typesetter, beside one PDFBox page with one line; warm, fonts parsed before, by turns. */
final class Certificates {
    private static final int WARM = 10;
    private static final int SHEETS = 20;
    private static final String LINE = "无犯罪记录证明";

    private interface Sheet {
        byte[] make() throws IOException;
    }

    List<Row> rows() throws IOException {
        Path file = Typesetter.DEBIAN.getFirst();
        Typesetter typesetter = new Typesetter(Typesetter.DEBIAN);
        Certificate certificate = certificate();
        try (TrueTypeCollection fonts = new TrueTypeCollection(file.toFile())) {
            List<TrueTypeFont> members = new ArrayList<>();
            fonts.processAllFonts(members::add);
            TrueTypeFont font = members.getFirst();
            Samples ours = new Samples();
            Samples bare = new Samples();
            int kilo = 0;
            int bareKilo = 0;
            for (int i = 0; i < WARM + SHEETS; i++) {
                boolean counts = i >= WARM;
                kilo = timed(() -> pdf(typesetter, certificate), ours, counts);
                bareKilo = timed(() -> oneLine(font), bare, counts);
            }
            String what = "paper: certificate (rare name, two languages, QR), ";
            String alternative = "PDFBox: one page, one line, one font, subset";
            return List.of(
                    new Row(what + "median of " + SHEETS, ours.median(), bare.median(), "ms", alternative),
                    new Row(what + "size", kilo / 1000.0, bareKilo / 1000.0, "kB", alternative));
        }
    }

    private static int timed(Sheet sheet, Samples samples, boolean counts) throws IOException {
        long began = System.nanoTime();
        byte[] made = sheet.make();
        if (counts) {
            samples.addNanos(System.nanoTime() - began);
        }
        return made.length;
    }

    private static byte[] pdf(Typesetter typesetter, Certificate certificate) {
        return switch (typesetter.certificate(certificate)) {
            case Paper.Typeset.Pdf(byte[] bytes) -> bytes;
            case Paper.Typeset.NoGlyph(String codePoint) -> throw new IllegalStateException("no glyph " + codePoint);
        };
    }

    private static byte[] oneLine(TrueTypeFont parsed) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFont font = PDType0Font.load(document, parsed, true);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                ink.beginText();
                ink.setFont(font, 30);
                ink.newLineAtOffset(150, 700);
                ink.showText(LINE);
                ink.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Certificate certificate() {
        return new Certificate(
                "no-criminal-record",
                "ZZ-2026-000017",
                LocalDate.of(2026, 11, 21),
                List.of(
                        new Fact("name", "𠮷田美华"),
                        new Fact("sex", "女"),
                        new Fact("birth", "1990年5月3日"),
                        new Fact("number", "990101199005030028"),
                        new Fact("purpose", "出国、定居"),
                        new Fact("area", "国外使用"),
                        new Fact("result", "截至出具日未发现有犯罪记录"),
                        new Fact("issued", "2026年11月21日"),
                        new Fact("authority", "培训市公安局示范分局")),
                List.of(
                        new Fact("Name", "𠮷田美华"),
                        new Fact("Sex", "Female"),
                        new Fact("Date of birth", "3 May 1990"),
                        new Fact("Identity number", "990101199005030028"),
                        new Fact("Purpose", "Going abroad"),
                        new Fact("For use", "Abroad"),
                        new Fact("Result", "No criminal record found up to the date of issue"),
                        new Fact("Date of issue", "21 November 2026"),
                        new Fact("Issued by", "培训市公安局示范分局")),
                "ZZ1." + "q8Jr3vN0".repeat(40),
                true);
    }
}
