package io.zizhu.central.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.Training;
import io.zizhu.central.backoffice.CheckDesk.Checked;
import io.zizhu.central.backoffice.pay.TrainingAcquirer;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.ask.PayAct;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Octets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        var accepted = (Answer.Accepted) office.answer("t", accept("k", LIN));
        String number = accepted.caseNumber();
        var withdrawn = new Question.Confirm(number, new Question.Outcome.Withdrawn("declined", false));
        assertEquals(new Answer.Done(), office.answer("t", withdrawn));
        assertEquals(new Answer.Done(), office.answer("t", withdrawn));
        assertEquals(new Answer.Refused("notPayable"), office.answer("t", paid(number, "0002", 2000)));
        assertEquals(new Answer.Refused("notPayable"), office.answer("t", paid(number, "0002", 2000)), "a repeat");
        assertEquals(number, new OfficerCases(store).all().getFirst().number());
        assertEquals(1, alarms().size());
        assertEquals("已收款，转人工核对", steps(accepted).getLast());
        assertEquals(3, steps(accepted).size(), "what is told twice is noted once");
    }

    @Test
    void another_amount_currency_receipt_or_order_is_refused_with_an_alarm_and_never_paid() {
        var wrong = (Answer.Accepted) office.answer("t", accept("k1", LIN));
        assertEquals(new Answer.Refused("wrongAmount"), office.answer("t", paid(wrong.caseNumber(), "0001", 1)));
        var euros = (Answer.Accepted) office.answer("t", accept("k2", LIN));
        assertEquals(
                new Answer.Refused("wrongAmount"),
                office.answer("t", paid(euros.caseNumber(), "T1", "0002", 2000, "EUR")));
        var code = (Answer.Accepted) office.answer("t", accept("k3", LIN));
        assertEquals(
                new Answer.Refused("noSuchPayment"),
                office.answer("t", paid(code.caseNumber(), "qr/t", "o1", 2000, "CNY")));
        var twice = (Answer.Accepted) office.answer("t", accept("k4", LIN));
        assertEquals(new Answer.Done(), office.answer("t", paid(twice.caseNumber(), "0003", 2000)));
        assertEquals(new Answer.Refused("paidBefore"), office.answer("t", paid(twice.caseNumber(), "0004", 2000)));
        assertEquals(new Answer.Done(), office.answer("t", paid(twice.caseNumber(), "0003", 2000)), "not overwritten");
        var borrowed = (Answer.Accepted) office.answer("t", accept("k5", LIN));
        assertEquals(new Answer.Refused("receiptUsed"), office.answer("t", paid(borrowed.caseNumber(), "0003", 2000)));

        assertEquals(5, alarms().size());
        assertTrue(alarms().stream().allMatch(alarm -> alarm.kind().equals("money")));
        for (Answer.Accepted each : List.of(wrong, euros, code, borrowed)) {
            assertEquals("已收款，转人工核对", steps(each).getLast());
        }
        assertEquals("已缴费，正式受理", steps(twice).getLast());
    }

    @Test
    void a_payment_by_code_is_compared_with_the_centres_own_order() {
        String number = ((Answer.Accepted) office.answer("t", accept("k", LIN))).caseNumber();
        office.answer("t", new Question.Pay("o1", new PayAct.Scan(2000, "PAYER-OK")));
        assertEquals(new Answer.Refused("wrongAmount"), office.answer("t", paid(number, "qr/t", "o1", 1000, "CNY")));
        number = ((Answer.Accepted) office.answer("t", accept("k2", LIN))).caseNumber();
        office.answer("t", new Question.Pay("o2", new PayAct.Scan(1000, "PAYER-OK")));
        assertEquals(new Answer.Refused("noSuchPayment"), office.answer("t", paid(number, "qr/t", "o2", 2000, "CNY")));
        number = ((Answer.Accepted) office.answer("t", accept("k3", LIN))).caseNumber();
        assertEquals(new Answer.Done(), office.answer("t", paid(number, "qr/t", "o1", 2000, "CNY")));
    }

    @Test
    void whoever_asks_with_code_or_case_number_hears_what_became_of_the_money() {
        var back = (Answer.Accepted) office.answer("t", accept("k1", LIN));
        confirm(back, new Question.Outcome.InDoubt("payment"));
        confirm(back, new Question.Outcome.InDoubt("payment"));
        assertTrue(steps(back).getLast().contains("请勿再次付款"));
        assertEquals(1, new OfficerCases(store).all().size());
        confirm(back, new Question.Outcome.Withdrawn("given back", true));
        assertTrue(steps(back).getLast().contains("缴费已退回"));
        assertEquals(3, steps(back).size());
        assertEquals(0, alarms().size());

        String digits = back.caseNumber().substring(2);
        for (String by : List.of(back.caseNumber(), digits)) {
            assertInstanceOf(Answer.Status.class, office.answer("t", new Question.Progress(by, LIN.number())));
            assertInstanceOf(Answer.NotFound.class, office.answer("t", new Question.Progress(by, SU.number())));
        }
        var granted = (Answer.Granted) office.answer("t", decide("k2", LIN));
        office.answer("t", new Question.Confirm(granted.caseNumber(), new Question.Outcome.InDoubt("certificate")));
        var status = (Answer.Status) office.answer("t", new Question.Progress(granted.caseNumber(), LIN.number()));
        assertTrue(status.steps().getLast().zh().contains("人工窗口领取"));
    }

    @Test
    void what_a_crash_left_unheard_is_given_up_by_its_key_and_its_certificate_is_void() {
        var accepted = (Answer.Accepted) office.answer("t", accept("k1", LIN));
        var granted = (Answer.Granted) office.answer("t", decide("k2", LIN));
        assertInstanceOf(Checked.Genuine.class, desk.check(granted.seal(), "", Map.of()));
        for (String key : List.of("k1", "k2", "k1", "k2", "never came")) {
            assertEquals(new Answer.Done(), office.answer("t", new Question.Abandon(key, "stopped")));
        }
        office.answer("other", new Question.Abandon("k1", "stopped"));
        assertEquals("办理中断，没有扣款，申请已撤回，可重新办理", steps(accepted).getLast());
        assertEquals(2, steps(accepted).size());
        assertEquals(new Checked.Wrong("number"), desk.check(granted.seal(), "", Map.of()));

        var paid = (Answer.Accepted) office.answer("t", accept("k3", LIN));
        office.answer("t", paid(paid.caseNumber(), "0001", 2000));
        assertEquals(new Answer.Refused("paidBefore"), office.answer("t", new Question.Abandon("k3", "stopped")));
        assertEquals(1, alarms().size());
    }

    @Test
    void a_withdrawal_after_the_fee_was_paid_is_an_alarm_and_an_officers() {
        var accepted = (Answer.Accepted) office.answer("t", accept("k", LIN));
        office.answer("t", paid(accepted.caseNumber(), "0001", 2000));
        confirm(accepted, new Question.Outcome.Withdrawn("given back", true));
        assertTrue(alarms().getFirst().detail().contains("withdrawn after it was paid"));
        assertEquals(
                accepted.caseNumber(), new OfficerCases(store).all().getFirst().number());
    }

    private void confirm(Answer.Accepted accepted, Question.Outcome outcome) {
        assertEquals(new Answer.Done(), office.answer("t", new Question.Confirm(accepted.caseNumber(), outcome)));
    }

    private List<Alarms.Alarm> alarms() {
        return new Alarms(store).all();
    }

    private List<String> steps(Answer.Accepted accepted) {
        var status = (Answer.Status) office.answer("t", new Question.Progress(accepted.progressCode(), LIN.number()));
        return status.steps().stream().map(Answer.Step::zh).toList();
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
        return paid(number, "T1", receipt, fen, "CNY");
    }

    private static Question paid(String number, String pad, String receipt, long fen, String currency) {
        return new Question.Confirm(number, new Question.Outcome.Paid(receipt, "000007", pad, fen, currency));
    }

    private static Applicant person(String name, String number, String birth) {
        return new Applicant(name, number, "F", LocalDate.parse(birth), "训练市样本区");
    }

    private int cases() {
        return store.keep(sql -> sql.one("SELECT COUNT(*) FROM matter", row -> row.getInt(1)))
                .orElseThrow();
    }
}
