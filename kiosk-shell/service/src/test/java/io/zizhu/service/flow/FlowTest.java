package io.zizhu.service.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Look;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.Items;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {
    private static final Look SAME =
            new Look.Same(new Look.Judgement(.9, .98, "test", Look.Liveness.NOT_CHECKED), Items.FACE);
    private static final Registration KNOWN = new Registration.Known(true, Items.FACE);
    private static final Fault MEDIA = new Fault(Fault.Kind.MEDIA, "media-empty");
    private static final Receipt RECEIPT = new Receipt("T1", "7", "9", Amount.fen(2000), "****1234");

    private final List<Effect> effects = new ArrayList<>();
    private Stand stand = begin("no-criminal-record");

    private Stand begin(String item) {
        return take(Flow.begin(Stand.begin("v", Items.TODAY, Items.item(item))));
    }

    private Stand take(Move move) {
        effects.addAll(move.effects());
        stand = move.stand();
        return stand;
    }

    private FlowTest then(Event event) {
        take(Flow.next(stand, event));
        return this;
    }

    private FlowTest did(Act act) {
        return then(new Event.Did(act));
    }

    private FlowTest next() {
        return did(new Act.Next());
    }

    private FlowTest identified() {
        return next().next()
                .then(new Event.Read(new Reading.Card(Items.card())))
                .then(new Event.Registered(KNOWN))
                .then(new Event.Looked(SAME));
    }

    private FlowTest certificateAsked() {
        return identified()
                .did(new Act.Submit(Map.of("purpose", "work", "area", "domestic")))
                .next();
    }

    private FlowTest renewalAccepted() {
        begin("id-card-renewal");
        return identified()
                .did(new Act.Submit(Map.of("reason", "expired", "delivery", "collect")))
                .did(new Act.PickPhoto("live"))
                .next()
                .did(new Act.Sign(Items.SIGNATURE))
                .then(new Event.Decided(new Decision.Accepted("C-1", "12345678", 2000)));
    }

    private String word() {
        return stand.scene().word();
    }

    private long count(Class<? extends Effect> kind) {
        return effects.stream().filter(kind::isInstance).count();
    }

    private boolean caseOpened(String kind) {
        return effects.stream().anyMatch(e -> e instanceof Effect.OpenCase(var k, var n, var r) && k.equals(kind));
    }

    @Test
    void a_granted_certificate_goes_from_guide_to_bye_and_wipes() {
        certificateAsked();
        assertEquals("wait", word());

        then(new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE)));
        assertEquals("issue", word());
        then(new Event.Printed(new Sheet.Out("1", 1))).next();
        assertEquals("outcome", word());
        next();
        assertEquals("rate", word());
        did(new Act.Rate(5));

        assertEquals("bye", word());
        assertEquals(1, count(Effect.Wipe.class));
        assertTrue(stand.known().card().isEmpty());
        assertFalse(effects.toString().contains("林晓雨"), "an effect's text betrays the name");
    }

    @Test
    void to_an_officer_and_not_issued_look_the_same() {
        certificateAsked().then(new Event.Decided(new Decision.ToOfficer("C-1")));
        Scene officer = stand.scene();
        List<Effect> officerEffects = List.copyOf(effects);
        effects.clear();
        begin("no-criminal-record");
        certificateAsked().then(new Event.Decided(new Decision.NotIssued("C-1")));

        assertEquals(officer, stand.scene());
        assertEquals(officerEffects.getLast().toString(), effects.getLast().toString());
        assertInstanceOf(Scene.Outcome.class, stand.scene());
        assertEquals(0, count(Effect.Issue.class));
    }

    @Test
    void the_renewal_pays_only_after_acceptance_and_ends_with_a_progress_code() {
        renewalAccepted();
        assertEquals("pay", word());
        assertEquals(1, count(Effect.Pay.class));

        then(new Event.Charged(new Charge.Approved(RECEIPT)));

        Scene.Outcome outcome = assertInstanceOf(Scene.Outcome.class, stand.scene());
        assertEquals("12345678", outcome.progressCode().orElseThrow());
        Effect.PrintSlip slip = assertInstanceOf(Effect.PrintSlip.class, effects.getLast());
        assertTrue(slip.rows().toString().contains("领取证件时采集指纹"), "without a finger reader the slip says so");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15})
    void under_sixteen_is_refused_politely_with_where_to_go(int age) {
        begin("id-card-renewal");
        next().next()
                .then(new Event.Read(new Reading.Card(Items.card(IdCard.Kind.CITIZEN, Items.TODAY.minusYears(age)))))
                .then(new Event.Registered(KNOWN));

        Scene.Trouble trouble = assertInstanceOf(Scene.Trouble.class, stand.scene());
        assertTrue(trouble.todo().zh().contains("派出所"));
        assertFalse(trouble.again());
    }

    @Test
    void who_turns_sixteen_today_may_go_on_and_a_first_issue_may_not() {
        begin("id-card-renewal");
        LocalDate sixteen = Items.TODAY.minusYears(16);
        next().next().then(new Event.Read(new Reading.Card(Items.card(IdCard.Kind.CITIZEN, sixteen))));
        Stand asked = stand;

        then(new Event.Registered(KNOWN));
        assertEquals("face", word());

        stand = asked;
        then(new Event.Registered(new Registration.Known(false, Items.FACE)));
        assertEquals("trouble", word());
    }

    @Test
    void no_card_a_wrong_card_and_a_moved_card_are_told_apart() {
        next().next().then(new Event.Read(new Reading.Nothing()));
        Scene nothing = stand.scene();
        next();
        assertEquals("identify", word());
        then(new Event.Read(new Reading.Failed(new Fault(Fault.Kind.REFUSED, "SW 40"))));
        assertNotEquals(nothing, stand.scene());
        next().then(new Event.Read(new Reading.Card(Items.card(IdCard.Kind.HMT_PERMIT, LocalDate.of(1990, 1, 1)))));
        assertEquals("trouble", word());
        next().then(new Event.Read(new Reading.Failed(new Fault(Fault.Kind.BROKEN, "SW 60"))));

        assertFalse(assertInstanceOf(Scene.Trouble.class, stand.scene()).again());
    }

    @Test
    void a_face_gets_three_tries_and_then_the_counter() {
        next().next().then(new Event.Read(new Reading.Card(Items.card()))).then(new Event.Registered(KNOWN));
        Look different = new Look.Different(new Look.Judgement(.9, .8, "test", Look.Liveness.NOT_CHECKED));

        then(new Event.Looked(different))
                .next()
                .then(new Event.Looked(different))
                .next();
        assertEquals("face", word());
        then(new Event.Looked(different));

        assertFalse(assertInstanceOf(Scene.Trouble.class, stand.scene()).again());
    }

    /** A renewal where one can pay in several ways, up to the choice. */
    private void renewalToTheChoice(Way... ways) {
        stand = take(Flow.begin(Stand.begin("v", Items.TODAY, List.of(ways), Items.item("id-card-renewal"))));
        identified();
        did(new Act.Submit(Map.of("reason", "expired", "delivery", "post")));
        did(new Act.PickPhoto("register")).next();
        did(new Act.Sign(Items.SIGNATURE));
        then(new Event.Decided(new Decision.Accepted("C-1", "12345678", 2000)));
    }

    @Test
    void who_can_pay_in_several_ways_chooses_and_a_code_is_shown_once_it_is_made() {
        renewalToTheChoice(Way.CARD, Way.CODE);
        assertEquals(
                List.of(Way.CARD, Way.CODE),
                assertInstanceOf(Scene.PayChoice.class, stand.scene()).ways());
        assertEquals(0, count(Effect.Pay.class));
        did(new Act.PayBy(Way.SCAN));
        assertInstanceOf(Scene.PayChoice.class, stand.scene(), "not open here");
        did(new Act.PayBy(Way.CODE));
        assertEquals(1, count(Effect.Pay.class));
        assertEquals(1, count(Effect.AwaitCode.class));
        Scene.Pay waiting = assertInstanceOf(Scene.Pay.class, stand.scene());
        assertTrue(waiting.code().isEmpty() && waiting.way() == Way.CODE);
        PayCode code = new PayCode("https://pay.example/7f", Amount.fen(2000), Instant.EPOCH);
        then(new Event.CodeMade(code));
        assertEquals(
                "https://pay.example/7f",
                assertInstanceOf(Scene.Pay.class, stand.scene())
                        .code()
                        .orElseThrow()
                        .content());
        then(new Event.Charged(new Charge.Approved(RECEIPT)));
        then(new Event.CodeMade(code));
        assertEquals("outcome", word());
    }

    @Test
    void a_way_that_fails_before_anything_is_begun_leads_back_to_the_choice() {
        renewalToTheChoice(Way.CARD, Way.SCAN);
        did(new Act.PayBy(Way.SCAN));
        then(new Event.Charged(new Charge.Failed(new Fault(Fault.Kind.LOST, "test"))));
        assertTrue(assertInstanceOf(Scene.Trouble.class, stand.scene()).again());
        assertEquals(0, count(Effect.Withdraw.class));
        next();
        did(new Act.PayBy(Way.CARD));
        then(new Event.Charged(new Charge.Approved(RECEIPT)));
        assertEquals("outcome", word());
    }

    @Test
    void who_leaves_at_the_choice_withdraws_the_case() {
        renewalToTheChoice(Way.CARD, Way.CODE);
        did(new Act.Quit());
        assertEquals("bye", word());
        assertEquals(1, count(Effect.Withdraw.class));
        assertEquals(0, count(Effect.Pay.class));
    }

    @Test
    void a_declined_payment_may_be_tried_again_and_leaving_withdraws_the_case() {
        renewalAccepted().then(new Event.Charged(new Charge.Declined("6C")));
        assertEquals("trouble", word());

        did(new Act.Quit());

        assertEquals("bye", word());
        assertEquals(1, count(Effect.Withdraw.class));
    }

    @Test
    void quitting_at_the_pad_waits_for_its_answer() {
        renewalAccepted().did(new Act.Quit());
        assertEquals("pay", word());
        assertEquals(1, count(Effect.StopWaiting.class));
        Stand asked = stand;

        then(new Event.Charged(new Charge.Cancelled()));
        assertEquals("bye", word());
        assertEquals(1, count(Effect.Withdraw.class));

        stand = asked;
        then(new Event.Charged(new Charge.Approved(RECEIPT)));
        assertEquals("outcome", word(), "the money was taken: the matter is done, not withdrawn");
        assertEquals(1, count(Effect.Withdraw.class));
    }

    @Test
    void an_unknown_payment_opens_a_case_and_is_never_withdrawn_or_repeated() {
        renewalAccepted().then(new Event.Charged(new Charge.Unknown(MEDIA)));

        assertEquals("outcome", word());
        assertTrue(caseOpened("payment"));
        then(new Event.SlipPrinted(new Sheet.Refused(MEDIA)));
        Scene.Outcome told = assertInstanceOf(Scene.Outcome.class, stand.scene());
        assertTrue(told.body().zh().contains("不要再次付款") && told.body().zh().contains("请记下受理编号"), "still said");
        assertEquals("C-1", told.caseNumber());
        did(new Act.Quit());
        assertEquals(0, count(Effect.Withdraw.class));
        assertEquals(1, count(Effect.Pay.class));
    }

    @Test
    void a_closing_machine_undoes_what_waits_for_the_citizen() {
        identified().then(new Event.Closing());
        assertEquals(
                Says.CLOSING, assertInstanceOf(Scene.Bye.class, stand.scene()).words());
        assertEquals(1, count(Effect.Wipe.class));
        assertEquals("closed at form", ((Effect.Wipe) effects.getLast()).ending());

        effects.clear();
        renewalAccepted().then(new Event.Closing()).then(new Event.Closing());
        assertEquals("pay", word(), "the pad must answer first");
        assertEquals(1, count(Effect.StopWaiting.class));
        then(new Event.Charged(new Charge.Cancelled()));
        assertEquals("bye", word());
        assertEquals(1, count(Effect.Withdraw.class));
    }

    @Test
    void a_closing_machine_finishes_what_is_paid_decided_or_printing() {
        renewalAccepted().then(new Event.Closing()).then(new Event.Charged(new Charge.Approved(RECEIPT)));
        assertEquals("outcome", word());
        then(new Event.Closing());
        assertEquals("outcome", word(), "the slip is coming out and says the number");
        assertEquals(0, count(Effect.Withdraw.class));
        then(new Event.TimedOut()).then(new Event.TimedOut());
        assertEquals("bye", word());

        effects.clear();
        begin("no-criminal-record");
        certificateAsked().then(new Event.Closing());
        assertEquals("wait", word(), "the centre is deciding");
        then(new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE))).then(new Event.Closing());
        assertEquals("issue", word());
        then(new Event.Printed(new Sheet.Refused(MEDIA))).then(new Event.Closing());
        assertEquals("bye", word());
        assertTrue(caseOpened("certificate"), "granted without a paper is a person's to finish");
    }

    @Test
    void an_unknown_print_is_never_printed_again() {
        certificateAsked()
                .then(new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE)))
                .then(new Event.Printed(new Sheet.Unknown("9", MEDIA)));

        assertTrue(caseOpened("certificate"));
        assertEquals("outcome", word());
        assertEquals(1, count(Effect.Issue.class));
    }

    @Test
    void paper_out_before_printing_may_be_tried_again_and_leaving_opens_a_case() {
        certificateAsked()
                .then(new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE)))
                .then(new Event.Printed(new Sheet.Refused(MEDIA)));
        assertTrue(assertInstanceOf(Scene.Trouble.class, stand.scene()).again());
        next();
        assertEquals(2, count(Effect.Issue.class));
        then(new Event.Printed(new Sheet.Refused(MEDIA))).did(new Act.Quit());

        assertTrue(caseOpened("certificate"));
    }

    @Test
    void a_missing_glyph_goes_to_an_officer_with_neutral_words() {
        certificateAsked()
                .then(new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE)))
                .then(new Event.NotPrintable("U+2F81A"));

        assertTrue(caseOpened("certificate"));
        assertEquals(
                Says.PENDING_TITLE,
                assertInstanceOf(Scene.Outcome.class, stand.scene()).title());
    }

    @Test
    void a_form_believes_only_possible_answers() {
        identified().did(new Act.Submit(Map.of("purpose", "<script>", "area", "domestic")));

        Scene.Form form = assertInstanceOf(Scene.Form.class, stand.scene());
        assertEquals(java.util.Set.of("purpose"), form.problems().keySet());
    }

    @Test
    void the_check_screen_masks_the_number_and_leads_back_to_a_question() {
        identified().did(new Act.Submit(Map.of("purpose", "work", "area", "domestic")));
        assertFalse(((Scene.Check) stand.scene())
                .lines().stream().anyMatch(line -> line.value().zh().contains("9901022002")));

        did(new Act.Edit("area"));
        assertEquals("form", word());
    }

    @Test
    void progress_is_shown_for_code_and_identity_together() {
        begin("case-progress");
        did(new Act.Submit(Map.of("code", "12345678"))).then(new Event.Read(new Reading.Card(Items.card())));
        assertInstanceOf(Effect.AskProgress.class, effects.getLast());
        Stand asked = stand;

        then(new Event.Progressed(new Progress.Found("C-1", List.of())));
        assertEquals("status", word());
        stand = asked;
        then(new Event.Progressed(new Progress.NotFound()));
        assertEquals("trouble", word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-criminal-record", "id-card-renewal", "case-progress"})
    void whatever_happens_in_whatever_order_money_is_asked_only_for_an_accepted_case(String item) {
        Random random = new Random(20261121);
        for (int walk = 0; walk < 3_000; walk++) {
            effects.clear();
            begin(item);
            for (int i = 0; i < 40 && count(Effect.Wipe.class) == 0; i++) {
                then(Events.any(random, stand.scene()));
            }
            for (Effect effect : effects) {
                if (effect instanceof Effect.Pay(var way, var amount, var caseNumber)) {
                    assertEquals("C-1", caseNumber);
                    assertEquals(2000, amount.minor());
                    assertEquals(Way.CARD, way);
                }
            }
            assertTrue(count(Effect.Wipe.class) <= 1, "wiped twice in walk " + walk);
            assertFalse(
                    count(Effect.Withdraw.class) > 0 && stand.matter().receipt().isPresent(),
                    "withdrawn although paid in walk " + walk);
        }
    }
}
