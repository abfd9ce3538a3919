package io.zizhu.terminal.paper;

import io.zizhu.catalogue.Words;
import io.zizhu.service.port.Certificate;
import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of {@code no-criminal-record}: nothing stands on it that the sealed answer does not say. */
final class NoCriminalRecord {
    static final String KIND = "no-criminal-record";

    private static final Map<String, Words> LABELS = Map.of(
            "name", new Words("姓名", "Name"),
            "sex", new Words("性别", "Sex"),
            "birth", new Words("出生日期", "Date of birth"),
            "number", new Words("公民身份号码", "Identity number"),
            "purpose", new Words("用途", "Purpose"),
            "area", new Words("使用地", "For use"),
            "result", new Words("查询结果", "Result"));
    private static final Set<String> IN_THE_FOOT = Set.of("issued", "authority");
    private static final Color LINE = new Color(0xb9c0ca);
    private static final Color TINT = new Color(0xf3f5f8);
    private static final Color BLUE = new Color(0x1f3d7a);
    private static final float LEFT = 68;
    private static final float RIGHT = Ink.WIDE - 68;

    private final Certificate certificate;
    private final Ink ink;
    private final boolean english;

    NoCriminalRecord(Certificate certificate, Ink ink) {
        this.certificate = certificate;
        this.ink = ink;
        this.english = fact("area")
                .filter(area -> area.contains("国外") || area.contains("境外") || area.equals("abroad"))
                .isPresent();
    }

    /** Every character that will be written, to look for glyphs before the first stroke. */
    static String characters(Certificate certificate) {
        var all = new StringBuilder(certificate.number());
        certificate.facts().forEach(fact -> all.append(fact.name()).append(fact.value()));
        certificate.english().forEach(fact -> all.append(fact.name()).append(fact.value()));
        return all.toString();
    }

    void draw() throws IOException {
        if (certificate.specimen()) {
            Specimen.watermark(ink);
        }
        ink.frame(34, 34, Ink.WIDE - 68, Ink.HIGH - 68, 1.6f, BLUE);
        ink.frame(39, 39, Ink.WIDE - 78, Ink.HIGH - 78, 0.5f, BLUE);
        ink.centred("无犯罪记录证明", 118, Ink.Pen.of(30).heavy());
        if (english) {
            ink.centred("CERTIFICATE OF NO CRIMINAL RECORD", 141, Ink.Pen.of(12).grey());
        }
        ink.line(LEFT, 160, RIGHT, 160, 0.8f, BLUE);
        ink.right(
                (english ? "编号 No. " : "编号 ") + certificate.number(),
                RIGHT,
                180,
                Ink.Pen.of(10.5f).grey());
        float below = table(statement(222) + 6);
        foot(Math.max(below, 470));
    }

    private float statement(float y) throws IOException {
        String said = "　　经查询，" + value("name") + "（" + value("sex") + "，" + value("birth") + "出生，公民身份号码"
                + value("number") + "），" + value("result") + "。";
        float below = ink.paragraph(said, LEFT, y, RIGHT - LEFT, 27, Ink.Pen.of(14));
        below = ink.paragraph("　　特此证明。", LEFT, below, RIGHT - LEFT, 27, Ink.Pen.of(14));
        if (!english) {
            return below;
        }
        String translated = "This is to certify that " + value("name") + " ("
                + translated("sex") + ", born " + translated("birth") + ", identity number " + value("number") + "): "
                + translated("result") + ".";
        return ink.paragraph(
                        translated,
                        LEFT,
                        below + 2,
                        RIGHT - LEFT,
                        16,
                        Ink.Pen.of(10.5f).grey())
                + 6;
    }

    private float table(float top) throws IOException {
        float middle = LEFT + 150;
        float y = top;
        List<Float> edges = new ArrayList<>(List.of(top));
        for (int i = 0; i < certificate.facts().size(); i++) {
            Certificate.Fact fact = certificate.facts().get(i);
            if (IN_THE_FOOT.contains(fact.name())) {
                continue;
            }
            Words label = LABELS.getOrDefault(fact.name(), Words.plain(fact.name()));
            Optional<String> beneath = beneath(i);
            List<String> lines = Wrap.lines(fact.value(), RIGHT - middle - 20, text -> ink.width(text, Ink.Pen.of(12)));
            float high = 11 + 16 * lines.size() + (english ? 8 : 0);
            ink.box(LEFT, y, middle - LEFT, high, TINT);
            ink.left(label.zh(), LEFT + 10, y + 18, Ink.Pen.of(11.5f).grey());
            if (english) {
                ink.left(label.en(), LEFT + 10, y + 29, Ink.Pen.of(8).grey());
            }
            float at = ink.paragraph(fact.value(), middle + 10, y + 18, RIGHT - middle - 20, 16, Ink.Pen.of(12));
            if (beneath.isPresent()) {
                ink.left(beneath.get(), middle + 10, at - 5, Ink.Pen.of(8).grey());
            }
            y += high;
            edges.add(y);
        }
        for (float edge : edges) {
            ink.line(LEFT, edge, RIGHT, edge, 0.6f, LINE);
        }
        for (float x : new float[] {LEFT, middle, RIGHT}) {
            ink.line(x, top, x, y, 0.6f, LINE);
        }
        return y;
    }

    /** The English of a fact, where the sheet is for abroad and it differs from what stands above it. */
    private Optional<String> beneath(int index) {
        return english && index < certificate.english().size()
                ? Optional.of(certificate.english().get(index).value())
                        .filter(text ->
                                !text.equals(certificate.facts().get(index).value()))
                : Optional.empty();
    }

    private void foot(float above) throws IOException {
        float qr = 112;
        float top = Math.max(above + 26, Ink.HIGH - 68 - qr - 46);
        ink.qr(certificate.seal(), LEFT, top, qr);
        ink.left("扫描二维码核验真伪，与本页逐字比对。", LEFT, top + qr + 16, Ink.Pen.of(8.5f).grey());
        if (english) {
            ink.left(
                    "Scan to verify; compare every line.",
                    LEFT,
                    top + qr + 28,
                    Ink.Pen.of(8.5f).grey());
        }
        ink.right(value("authority"), RIGHT, top + 52, Ink.Pen.of(14));
        ink.right(chinese(certificate.issued()), RIGHT, top + 78, Ink.Pen.of(14));
        if (english) {
            ink.right(
                    certificate.issued().toString(),
                    RIGHT,
                    top + 95,
                    Ink.Pen.of(9.5f).grey());
        }
        if (certificate.specimen()) {
            Specimen.stamp(ink, RIGHT - 206, top + 62);
        }
    }

    private Optional<String> fact(String name) {
        return certificate.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Certificate.Fact::value)
                .findFirst();
    }

    private String value(String name) {
        return fact(name).orElseThrow(() -> new IllegalArgumentException("the sealed answer has no \"" + name + "\""));
    }

    private String translated(String name) {
        for (int i = 0; i < certificate.facts().size(); i++) {
            if (certificate.facts().get(i).name().equals(name)) {
                return beneath(i).orElse(value(name));
            }
        }
        return value(name);
    }

    /** 二〇二六年十一月二十一日, as documents date. */
    static String chinese(LocalDate day) {
        var year = new StringBuilder();
        Integer.toString(day.getYear()).chars().forEach(digit -> year.append("〇一二三四五六七八九".charAt(digit - '0')));
        return year + "年" + count(day.getMonthValue()) + "月" + count(day.getDayOfMonth()) + "日";
    }

    private static String count(int number) {
        String digits = "〇一二三四五六七八九";
        String tens = number < 10 ? "" : number < 20 ? "十" : digits.charAt(number / 10) + "十";
        return tens + (number % 10 == 0 ? "" : "" + digits.charAt(number % 10));
    }
}
