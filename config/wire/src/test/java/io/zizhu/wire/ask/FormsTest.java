package io.zizhu.wire.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.DeviceReport;
import io.zizhu.wire.report.Join;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import io.zizhu.wire.report.SupplyReport;
import io.zizhu.wire.seal.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form against its golden file, both ways. Run with {@code -Dgolden.write=true} to write new ones, then read them. */
class FormsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Members of batch and acknowledgement that came later than the first terminals. */
    private static final Set<String> YOUNGER = Set.of("chain", "head");

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final Applicant WHO =
            new Applicant("林晓雨", "990102200203141027", "F", LocalDate.of(2002, 3, 14), "训练市样本区自助路3号101室");
    private static final Facts FACTS = Facts.of("name", "林晓雨", "purpose", "留学");

    private record Sample<T>(String file, Form<T> form, T value) {}

    private static List<Sample<?>> samples() {
        return Stream.of(questions(), answers(), reports())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample<?>> questions() {
        var answers = Map.of("purpose", "study", "where", "abroad");
        return List.of(
                question("register", new Question.Register("990102200203141027", "林晓雨")),
                question("decide", new Question.Decide("v1-1", "no-criminal-record", "1", WHO, answers)),
                question(
                        "accept",
                        new Question.Accept(
                                "v1-2",
                                "id-card-renewal",
                                "1",
                                WHO,
                                answers,
                                Octets.of(new byte[] {-1, -40, -1}),
                                Octets.utf8("<svg/>"))),
                question("paid", new Question.Confirm("C-7", new Question.Outcome.Paid("12", "34", "56", 2000, "CNY"))),
                question("withdrawn", new Question.Confirm("C-7", new Question.Outcome.Withdrawn("declined", false))),
                question("in-doubt", new Question.Confirm("C-7", new Question.Outcome.InDoubt("payment"))),
                question("abandon", new Question.Abandon("v1-2", "the terminal stopped")),
                question("progress", new Question.Progress("ABCD-2345", "990102200203141027")),
                question("day", new Question.Day(AT, AT.plusSeconds(86400))),
                question("pay-ready", new Question.Pay("", new PayAct.Ready())),
                question("pay-show", new Question.Pay("t1-7f", new PayAct.Show(2000))),
                question("pay-scan", new Question.Pay("t1-7f", new PayAct.Scan(2000, "281234567890123456"))),
                question("pay-query", new Question.Pay("t1-7f", new PayAct.Query())),
                question("pay-close", new Question.Pay("t1-7f", new PayAct.Close())),
                question("pay-refund", new Question.Pay("t1-7f", new PayAct.Refund(2000))));
    }

    private static List<Sample<?>> answers() {
        return List.of(
                answer("known", new Answer.Known(Map.of("everHadCard", "true"), Octets.of(new byte[] {1, 2, 3}))),
                answer("not-known", new Answer.NotKnown()),
                answer(
                        "granted",
                        new Answer.Granted(
                                "C-7",
                                "TRN-2026-000001",
                                LocalDate.of(2026, 11, 21),
                                FACTS,
                                "Z1.e30.AAAA",
                                true,
                                Facts.of("姓名", "林晓雨"),
                                Facts.of("Name", "林晓雨"))),
                answer("to-officer", new Answer.ToOfficer("C-7")),
                answer("not-issued", new Answer.NotIssued("C-7")),
                answer("accepted", new Answer.Accepted("C-7", "ABCD-2345", 2000)),
                answer("refused", new Answer.Refused("under16")),
                answer("done", new Answer.Done()),
                answer("status", new Answer.Status(List.of(new Answer.Step(AT, "已受理", "Accepted")))),
                answer("not-found", new Answer.NotFound()),
                answer("day", new Answer.Day(List.of(new Answer.Fee("C-8", AT, 2000, "56/12/34", false)))),
                answer(
                        "payment",
                        new Answer.Payment(
                                "t1-7f", Answer.Stands.WAITING, 2000, "https://pay.example/7f", 118, "", "")));
    }

    private static List<Sample<?>> reports() {
        return List.of(
                new Sample<>("rollout-confirmed", RolloutReport.FORM, new RolloutReport.Confirmed(3)),
                new Sample<>("rollout-back", RolloutReport.FORM, new RolloutReport.RolledBack(3, "id-reader away")),
                new Sample<>("rollout-refused", RolloutReport.FORM, new RolloutReport.Refused(3, "welcome", "no zh")),
                new Sample<>("presence-online", Presence.FORM, new Presence.Online(7, state())),
                new Sample<>("presence-lost", Presence.FORM, new Presence.Lost(7)),
                new Sample<>("presence-stopping", Presence.FORM, new Presence.Stopping(7)),
                new Sample<>("batch", RowBatch.FORM, batch()),
                new Sample<>("ack", Ack.FORM, new Ack("ab".repeat(32), 41, "cd".repeat(32))),
                new Sample<>("pointer", Pointer.FORM, new Pointer(3, Digest.of(new byte[0]))),
                new Sample<>(
                        "bundle",
                        Bundle.FORM,
                        new Bundle(
                                3,
                                AT,
                                "group:all",
                                List.of(new Section("welcome", "zizhu.welcome/1", Octets.utf8("{\"zh\":\"您好\"}"))))),
                new Sample<>("join-request", Join.Request.FORM, new Join.Request("ABCD2345-0123456789abcdef", "-----")),
                new Sample<>(
                        "join-welcome",
                        Join.Welcome.FORM,
                        new Join.Welcome("t-0001", "-----", "-----", Json.Obj.EMPTY, "127.0.0.1:8084")));
    }

    @Test
    void every_form_is_byte_for_byte_its_golden_file_and_comes_back_equal() {
        for (Sample<?> sample : samples()) {
            golden(sample);
        }
    }

    @Test
    void a_form_cut_short_or_without_one_member_is_refused_by_name() {
        for (Sample<?> sample : samples()) {
            everyMemberMatters(sample);
        }
    }

    @Test
    void nothing_personal_shows_itself() {
        for (Sample<?> sample : samples()) {
            String shown = sample.value().toString();
            for (String personal : List.of("林晓雨", "9901022002", "自助路", "ABCD-2345", "C-7]", "28123456")) {
                assertFalse(shown.contains(personal), sample.file());
            }
        }
        assertEquals("[withheld]", WHO.toString());
        assertEquals("[withheld]", FACTS.toString());
        assertEquals("[withheld]", Applicant.FORM.write(WHO).toString());
    }

    private static <T> void golden(Sample<T> sample) {
        String text = sample.form().text(sample.value());
        Path file = GOLDEN.resolve(sample.file() + ".json");
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, text);
            }
            assertEquals(Files.readString(file), text, sample.file());
            assertEquals(new Read.Good<>(sample.value()), sample.form().open(Files.readAllBytes(file)), sample.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void everyMemberMatters(Sample<T> sample) {
        var whole = sample.form().write(sample.value());
        for (String member : whole.members().keySet()) {
            if (!member.equals("type")) { // the envelope's check reads it
                Read<T> without = sample.form().read(whole.without(member));
                if (YOUNGER.contains(member)) { // a sender of before may leave it out
                    assertInstanceOf(Read.Good.class, without, sample.file());
                } else {
                    var bad = assertInstanceOf(Read.Bad.class, without, sample.file());
                    assertEquals(sample.form().name() + "." + member, bad.field());
                }
                var wrong = new LinkedHashMap<>(whole.members());
                wrong.put(member, new Json.Null());
                assertInstanceOf(Read.Bad.class, sample.form().read(new Json.Obj(wrong)), sample.file());
            }
        }
        String text = sample.form().text(sample.value());
        for (int end = 0; end < text.length(); end++) {
            assertTrue(
                    sample.form().open(Octets.utf8(text.substring(0, end)).bytes()) instanceof Read.Bad, sample.file());
        }
    }

    private static Presence.TerminalState state() {
        return new Presence.TerminalState(
                AT,
                "inService",
                3,
                "",
                "0.1.0",
                true,
                120,
                2,
                List.of(new DeviceReport("id-reader", "id-reader", "online", "", AT, "")),
                List.of(new SupplyReport("a4", 48)));
    }

    private static RowBatch batch() {
        var row = ChainHead.genesis("t-0001")
                .append(AT, "rollout", "", RolloutReport.FORM.write(new RolloutReport.Confirmed(3)), Octets.NONE);
        return new RowBatch(row.hash().hex(), List.of(row));
    }

    private static Sample<Question> question(String file, Question question) {
        return new Sample<>("ask-" + file, Question.FORM, question);
    }

    private static Sample<Answer> answer(String file, Answer answer) {
        return new Sample<>("answer-" + file, Answer.FORM, answer);
    }
}
