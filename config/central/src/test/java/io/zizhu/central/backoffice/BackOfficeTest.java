package io.zizhu.central.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.Training;
import io.zizhu.central.backoffice.CheckDesk.Checked;
import io.zizhu.central.backoffice.pay.TrainingAcquirer;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Octets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackOfficeTest {
    private static final Applicant LIN = person("林晓雨", "990102200203141027", "2002-03-14");
    private static final Applicant SU = person("苏雅琴", "990102199105221060", "1991-05-22");
    private static final Applicant MA = person("马建国", "990102198210111096", "1982-10-11");
    private static final Applicant RARE = person("𠮷田美华", "990102197404191106", "1974-04-19");
    private static final Applicant CHILD = person("周小天", "990102201106011196", "2011-06-01");
    private static final Applicant NEVER = person("何静", "990102199601271200", "1996-01-27");
    private static final Applicant UNKNOWN = person("张秀英", "990102196809251328", "1968-09-25");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private BackOffice office;
    private CheckDesk desk;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("centre.db"));
        var sections = new Sections(store);
        sections.seed(Training.seed());
        var notary = new Notary(KeyCabinet.open(folder.resolve("keys")));
        var acquirer = new TrainingAcquirer(store, clock, () -> "https://centre.example/pay");
        office = new BackOffice(store, Register.read(Training.people()), sections, notary, acquirer, clock);
        desk = new CheckDesk(store, notary);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_register_knows_a_person_by_number_and_name_together() {
        var known = assertInstanceOf(
                Answer.Known.class, office.answer("t", new Question.Register(RARE.number(), RARE.name())));
        assertEquals("true", known.facts().get("everHadCard"));
        assertTrue(known.portrait().size() > 1000);
        assertInstanceOf(Answer.NotKnown.class, office.answer("t", new Question.Register(RARE.number(), LIN.name())));
        assertInstanceOf(
                Answer.NotKnown.class, office.answer("t", new Question.Register(UNKNOWN.number(), UNKNOWN.name())));
    }

    @Test
    void a_decision_asked_for_twice_is_made_once() {
        Answer first = office.answer("t", decide("k1", LIN));
        assertEquals(first, office.answer("t", decide("k1", LIN)));
        var granted = assertInstanceOf(Answer.Granted.class, first);
        assertEquals("林晓雨", granted.facts().value("name").orElseThrow());
        assertEquals("入职、就业", granted.facts().value("purpose").orElseThrow());
        assertEquals("Employment", granted.en().value("What is it for?").orElseThrow());
        assertTrue(granted.specimen());
        var second = assertInstanceOf(Answer.Granted.class, office.answer("t", decide("k2", LIN)));
        assertFalse(second.certificateNumber().equals(granted.certificateNumber()));
        assertEquals(new Answer.Refused("keyUsedBefore"), office.answer("t", decide("k1", SU)));
        assertEquals(2, cases());
    }

    @Test
    void the_three_ends_of_a_decision_follow_the_register() {
        assertInstanceOf(Answer.Granted.class, office.answer("t", decide("a", LIN)));
        assertInstanceOf(Answer.ToOfficer.class, office.answer("t", decide("b", SU)));
        assertInstanceOf(Answer.NotIssued.class, office.answer("t", decide("c", MA)));
        assertInstanceOf(Answer.ToOfficer.class, office.answer("t", decide("d", UNKNOWN)));
        assertEquals(new Answer.Refused("under18"), office.answer("t", decide("e", CHILD)));
        assertEquals(3, new OfficerCases(store).all().size());
    }

    @Test
    void an_acceptance_takes_its_fee_from_the_catalogue_and_first_issue_and_children_are_refused() {
        var accepted = assertInstanceOf(Answer.Accepted.class, office.answer("t", accept("k", LIN)));
        assertEquals(2000, accepted.feeFen());
        assertTrue(accepted.progressCode().matches("\\d{8}"));
        assertEquals(accepted, office.answer("t", accept("k", LIN)));
        assertEquals(new Answer.Refused("firstIssue"), office.answer("t", accept("n", NEVER)));
        assertEquals(new Answer.Refused("under16"), office.answer("t", accept("c", CHILD)));
        assertEquals(
                new Answer.Refused("unknownItem"),
                office.answer(
                        "t",
                        new Question.Accept("x", "no-criminal-record", "1", LIN, Map.of(), Octets.NONE, Octets.NONE)));
        assertEquals(1, cases());
    }

    @Test
    void a_payment_is_noted_once_only_in_full_and_only_for_its_own_terminal() {
        var accepted = (Answer.Accepted) office.answer("t", accept("k", LIN));
        String number = accepted.caseNumber();
        assertEquals(new Answer.Refused("unknownCase"), office.answer("other", paid(number, "0001", 2000)));
        assertEquals(new Answer.Refused("wrongAmount"), office.answer("t", paid(number, "0001", 1)));
        assertEquals(new Answer.Done(), office.answer("t", paid(number, "0001", 2000)));
        assertEquals(new Answer.Done(), office.answer("t", paid(number, "0001", 2000)));
        var status = (Answer.Status) office.answer("t", new Question.Progress(accepted.progressCode(), LIN.number()));
        assertEquals(2, status.steps().size());
        assertEquals("已缴费，正式受理", status.steps().getLast().zh());
        assertInstanceOf(
                Answer.NotFound.class, office.answer("t", new Question.Progress(accepted.progressCode(), SU.number())));
        assertInstanceOf(Answer.NotFound.class, office.answer("t", new Question.Progress("00000000", LIN.number())));
    }

    @Test
    void money_that_comes_after_a_withdrawal_is_listed_for_an_officer() {
        String number = ((Answer.Accepted) office.answer("t", accept("k", LIN))).caseNumber();
        var withdrawn = new Question.Confirm(number, new Question.Outcome.Withdrawn("declined"));
        assertEquals(new Answer.Done(), office.answer("t", withdrawn));
        assertEquals(new Answer.Done(), office.answer("t", withdrawn));
        assertEquals(new Answer.Done(), office.answer("t", paid(number, "0002", 2000)));
        assertEquals(number, new OfficerCases(store).all().getFirst().number());
        assertEquals(
                "money",
                new io.zizhu.central.ingest.Alarms(store).all().getFirst().kind());
    }

    @Test
    void a_certificate_is_genuine_until_one_letter_of_it_changes() {
        var granted = (Answer.Granted) office.answer("t", decide("k", RARE));
        Map<String, String> shown = Map.of("name", "𠮷田美华", "number", RARE.number());
        var genuine =
                assertInstanceOf(Checked.Genuine.class, desk.check(granted.seal(), granted.certificateNumber(), shown));
        assertTrue(genuine.specimen());
        assertEquals("𠮷***", genuine.masked().getFirst().value());
        assertEquals(new Checked.Wrong("name"), desk.check(granted.seal(), "", Map.of("name", "吉田美华")));
        assertEquals(new Checked.Wrong("number"), desk.check(granted.seal(), "WF20261121000009", Map.of()));
        for (int i = 0; i < granted.seal().length(); i++) {
            var forged = new StringBuilder(granted.seal());
            forged.setCharAt(i, forged.charAt(i) == 'A' ? 'B' : 'A');
            assertEquals(new Checked.Wrong("seal"), desk.check(forged.toString(), "", Map.of()), "letter " + i);
        }
    }

    private static Question decide(String key, Applicant applicant) {
        return new Question.Decide(
                key, "no-criminal-record", "1", applicant, Map.of("purpose", "work", "area", "domestic"));
    }

    private static Question accept(String key, Applicant applicant) {
        return new Question.Accept(
                key,
                "id-card-renewal",
                "1",
                applicant,
                Map.of("reason", "expired", "delivery", "collect"),
                Octets.NONE,
                Octets.NONE);
    }

    private static Question paid(String number, String receipt, long fen) {
        return new Question.Confirm(number, new Question.Outcome.Paid(receipt, "000007", "T1", fen));
    }

    private static Applicant person(String name, String number, String birth) {
        return new Applicant(name, number, "F", LocalDate.parse(birth), "训练市样本区");
    }

    private int cases() {
        return store.keep(sql -> sql.one("SELECT COUNT(*) FROM matter", row -> row.getInt(1)))
                .orElseThrow();
    }
}
