package io.zizhu.central.backoffice;

import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.wire.seal.Facts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a certificate states: once as the facts that are sealed, and twice as lines to print. Identity comes from
 * the register, never from what the terminal sent. Withheld.
 */
record CertificateText(Item item, Register.Person person, Map<String, String> answers, LocalDate issued) {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** One statement: its stable name, both labels, both values; the Chinese value is what is sealed. */
    private record Line(String name, Words label, Words value) {}

    Facts facts() {
        return new Facts(lines().stream()
                .map(line -> new Facts.Fact(line.name(), line.value().zh()))
                .toList());
    }

    Facts zh() {
        return new Facts(lines().stream()
                .map(line -> new Facts.Fact(line.label().zh(), line.value().zh()))
                .toList());
    }

    Facts en() {
        return new Facts(lines().stream()
                .map(line -> new Facts.Fact(line.label().en(), line.value().en()))
                .toList());
    }

    private List<Line> lines() {
        boolean woman = person.sex().equals("F");
        List<Line> lines = new ArrayList<>(List.of(
                new Line("name", new Words("姓名", "Name"), same(person.name())),
                new Line("sex", new Words("性别", "Sex"), woman ? new Words("女", "Female") : new Words("男", "Male")),
                new Line(
                        "birth",
                        new Words("出生日期", "Date of birth"),
                        new Words(ZH.format(person.birth()), EN.format(person.birth()))),
                new Line("number", new Words("公民身份号码", "Identity number"), same(person.number()))));
        for (Question question : questions()) {
            chosen(question).ifPresent(value -> lines.add(new Line(question.name(), question.label(), value)));
        }
        lines.add(new Line(
                "result",
                new Words("查询结果", "Result"),
                new Words("截至出具日未发现有犯罪记录", "No criminal record found up to the date of issue")));
        lines.add(new Line(
                "issued", new Words("出具日期", "Date of issue"), new Words(ZH.format(issued), EN.format(issued))));
        lines.add(new Line("authority", new Words("出具机关", "Issued by"), same(person.authority())));
        return List.copyOf(lines);
    }

    private List<Question> questions() {
        return item.steps().stream()
                .filter(Step.Form.class::isInstance)
                .map(Step.Form.class::cast)
                .flatMap(form -> form.questions().stream())
                .toList();
    }

    /** The label of the chosen option; an answer that is no option of the catalogue is not printed. */
    private java.util.Optional<Words> chosen(Question question) {
        return question.options().stream()
                .filter(option -> option.value().equals(answers.get(question.name())))
                .map(Question.Option::label)
                .findFirst();
    }

    private static Words same(String value) {
        return new Words(value, value);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
