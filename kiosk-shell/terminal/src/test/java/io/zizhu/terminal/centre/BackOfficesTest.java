package io.zizhu.terminal.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.agent.line.Office;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import io.zizhu.service.port.Signature;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOfficesTest {
    private static final IdCard CARD = new IdCard(
            IdCard.Kind.CITIZEN,
            "黄䶮",
            IdCard.Sex.FEMALE,
            "01",
            LocalDate.of(1990, 5, 3),
            "某街1号",
            "990101199005030028",
            "某局",
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            Optional.empty());
    private static final Receipt RECEIPT = new Receipt("29001234", "0001", "007001", Amount.fen(2000), "****");

    private final List<Question> asked = new ArrayList<>();
    private Office.Heard next = new Office.Heard.Away("not now");
    private final BackOffices centre = new BackOffices(
            (question, _) -> {
                asked.add(question);
                return next;
            },
            () -> true);

    @Test
    void a_granted_certificate_keeps_every_sealed_fact_in_order() {
        Facts facts = Facts.of("name", "黄䶮", "result", "无");
        next = new Office.Heard.Said(new Answer.Granted(
                "C1",
                "Z1",
                LocalDate.of(2026, 11, 21),
                facts,
                "seal",
                true,
                facts,
                Facts.of("Name", "黄䶮", "Result", "none")));
        var granted = assertInstanceOf(Decision.Granted.class, centre.decide(application()));
        assertEquals("C1", granted.caseNumber());
        assertEquals(
                new Certificate(
                        "no-criminal-record",
                        "Z1",
                        LocalDate.of(2026, 11, 21),
                        List.of(new Certificate.Fact("name", "黄䶮"), new Certificate.Fact("result", "无")),
                        List.of(new Certificate.Fact("Name", "黄䶮"), new Certificate.Fact("Result", "none")),
                        "seal",
                        true),
                granted.certificate());
        var question = assertInstanceOf(Question.Decide.class, asked.getFirst());
        assertEquals("key-1", question.caseKey());
        assertEquals("F", question.applicant().sex());
        assertEquals(Map.of("purpose", "work"), question.answers());
    }

    @Test
    void an_answer_to_another_question_is_no_decision() {
        next = new Office.Heard.Said(new Answer.Done());
        assertInstanceOf(Decision.Away.class, centre.decide(application()));
        assertInstanceOf(Registration.Away.class, centre.register(CARD));
        assertInstanceOf(Progress.Away.class, centre.progress("123456", CARD));
    }

    @Test
    void what_the_centre_did_not_hear_is_told_again_and_what_it_refused_is_not() {
        assertEquals(new Centre.Told.Away(), centre.paid("C1", RECEIPT));
        next = new Office.Heard.Said(new Answer.Done());
        assertEquals(new Centre.Told.Heard(), centre.paid("C1", RECEIPT));
        assertEquals(new Centre.Told.Heard(), centre.withdrawn("C1", "x".repeat(500), true));
        next = new Office.Heard.Said(new Answer.Refused("wrongAmount"));
        assertEquals(new Centre.Told.Refused("wrongAmount"), centre.paid("C1", RECEIPT));
        assertEquals(new Centre.Told.Refused("wrongAmount"), centre.inquiry("C1", "payment"));
        assertEquals(
                new Question.Confirm("C1", new Question.Outcome.Paid("0001", "007001", "29001234", 2000, "CNY")),
                asked.getFirst());
        assertEquals(
                200,
                ((Question.Outcome.Withdrawn) ((Question.Confirm) asked.get(2)).outcome())
                        .reason()
                        .length());
    }

    @Test
    void register_and_acceptance_say_what_the_centre_says() {
        next = new Office.Heard.Said(new Answer.Known(Map.of("everHadCard", "false"), Octets.utf8("jpeg")));
        assertFalse(assertInstanceOf(Registration.Known.class, centre.register(CARD))
                .everHadCard());
        next = new Office.Heard.Said(new Answer.NotKnown());
        assertEquals(new Registration.NotKnown(), centre.register(CARD));
        next = new Office.Heard.Said(new Answer.Accepted("C2", "654321", 2000));
        assertEquals(new Decision.Accepted("C2", "654321", 2000), centre.accept(application()));
        assertEquals("png", ((Question.Accept) asked.getLast()).signature().utf8());
        next = new Office.Heard.Said(new Answer.NotFound());
        assertEquals(new Progress.NotFound(), centre.progress("654321", CARD));
    }

    private static Application application() {
        return new Application(
                "key-1",
                "no-criminal-record",
                3,
                CARD,
                Map.of("purpose", "work"),
                Optional.empty(),
                Optional.of(new Signature(List.of(), "png".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
