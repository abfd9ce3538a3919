package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every reader of identity cards must keep. The rig knows {@code present {person, as}} and {@code remove}; in the
 * middle means: the card is found, its content not yet read.
 */
public abstract class CardReaderKit extends DeviceKit<CardReader> {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Two people the rig can present, and what stands on the first one's card. */
    protected abstract String person();

    protected abstract String anotherPerson();

    /** The number on a person's card. */
    protected abstract String numberOf(String person);

    @Override
    protected final Class<CardReader> contract() {
        return CardReader.class;
    }

    @Test
    void a_card_laid_down_while_waiting_is_read_whole() throws Exception {
        awaitOnline();
        CompletableFuture<Reading> reading = begin(Patience.of(LONG));
        present(person());
        IdCard card = assertInstanceOf(Reading.Card.class, outcome(reading)).card();
        assertEquals(IdCard.Kind.CITIZEN, card.kind());
        assertEquals(numberOf(person()), card.number());
    }

    @Test
    void a_card_that_lies_there_already_counts_and_the_next_one_too() throws Exception {
        awaitOnline();
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
        far().act("remove", Map.of());
        present(anotherPerson());
        assertEquals(numberOf(anotherPerson()), number(read(LONG)));
    }

    @Test
    void nobody_there_is_nothing_within_patience() {
        awaitOnline();
        long start = System.nanoTime();
        assertInstanceOf(Reading.Nothing.class, read(Duration.ofMillis(600)));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took >= 550 && took < 1_100, "took " + took + " ms");
    }

    @Test
    void a_cancelled_wait_is_nothing_at_once() {
        awaitOnline();
        Patience patience = Patience.of(LONG);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Reading> reading = begin(
                patience,
                device -> {
                    begun.complete(true);
                    return device.read(patience);
                },
                missed -> new Reading.Failed(missed.fault()));
        begun.join();
        patience.cancel();
        assertInstanceOf(
                Reading.Nothing.class, reading.orTimeout(1, TimeUnit.SECONDS).join());
    }

    @Test
    void a_card_taken_away_half_way_has_moved_and_can_be_presented_again() throws Exception {
        awaitOnline();
        far().midway("remove", Map.of());
        present(person());
        assertEquals(Fault.Kind.MOVED, failed(read(LONG)).kind());
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
        assertTrue(keeper().state().online());
    }

    @Test
    void slow_bytes_are_waited_for() throws Exception {
        assumeTrue(far().offers("slow"));
        awaitOnline();
        act("slow", true);
        present(person());
        assertEquals(numberOf(person()), number(read(LONG.multipliedBy(2))));
    }

    @Test
    void noise_is_overheard() throws Exception {
        assumeTrue(far().offers("noise"));
        awaitOnline();
        act("noise", true);
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
        assertTrue(keeper().state().online());
    }

    @Test
    void a_reader_that_falls_silent_keeps_nobody_waiting_for_ever() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        far().midway("hang", Map.of("on", "true"));
        present(person());
        Fault fault = failed(outcome(begin(Patience.of(LONG))));
        assertEquals(Fault.Kind.SILENT, fault.kind(), fault::detail);
        act("hang", false);
        awaitOnline();
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
    }

    @Test
    void a_reader_unplugged_half_way_fails_the_read_long_before_patience_is_over() throws Exception {
        assumeTrue(far().offers("unplug"));
        awaitOnline();
        far().midway("unplug", Map.of());
        present(person());
        long start = System.nanoTime();
        assertEquals(Fault.Kind.LOST, failed(read(LONG)).kind());
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        far().act("replug", Map.of());
        awaitOnline();
    }

    @Test
    void a_card_of_another_world_is_refused_and_the_other_three_kinds_are_read_with_all_they_hold() throws Exception {
        awaitOnline();
        far().act("present", Map.of("person", person(), "as", "bank"));
        assertEquals(Fault.Kind.REFUSED, failed(read(LONG)).kind());
        far().act("present", Map.of("person", person(), "as", "hmt"));
        IdCard permit = card(read(LONG));
        assertEquals(IdCard.Kind.HMT_PERMIT, permit.kind());
        assertFalse(permit.more().permit().isEmpty() || permit.more().issues().isEmpty());
        far().act("present", Map.of("person", person(), "as", "foreigner"));
        foreigner(IdCard.Kind.FOREIGNER_2023, card(read(LONG)));
        far().act("present", Map.of("person", person(), "as", "foreigner-2017"));
        foreigner(IdCard.Kind.FOREIGNER_2017, card(read(LONG)));
    }

    private static void foreigner(IdCard.Kind kind, IdCard card) {
        assertEquals(kind, card.kind());
        assertEquals(card.name(), card.more().latinName());
        assertFalse(card.more().chineseName().isEmpty());
        assertEquals(3, card.more().nationality().length());
    }

    @Test
    void fingers_and_a_new_address_are_read_where_asked_for_and_never_otherwise() throws Exception {
        awaitOnline();
        Set<Ability> can = keeper().peek(CardReader::abilities).orElseThrow();
        Set<Ability> also = Set.of(Ability.READ_FINGERS, Ability.READ_NEW_ADDRESS);
        assumeTrue(can.containsAll(also));
        Map<String, String> whole = Map.of("person", person(), "fingers", "2", "newAddress", "训练市样本区新街1号");
        far().act("present", whole);
        IdCard card = card(read(also));
        assertEquals(2, card.more().fingers().size());
        assertEquals(Optional.of("训练市样本区新街1号"), card.more().newAddress());
        assertEquals(
                "[withheld][withheld]", card.more() + "" + card.more().fingers().getFirst());
        far().act("present", whole);
        card = card(read(LONG));
        assertEquals(List.of(), card.more().fingers());
        assertEquals(Optional.empty(), card.more().newAddress());
        far().act("present", Map.of("person", person()));
        card = card(read(also));
        assertEquals(List.of(), card.more().fingers());
        assertEquals(Optional.empty(), card.more().newAddress());
    }

    @Test
    void answers_in_single_bytes_and_answers_glued_together_are_whole() throws Exception {
        assumeTrue(far().offers("split"));
        awaitOnline();
        for (String trouble : List.of("split", "merge")) {
            act(trouble, true);
            present(person());
            assertEquals(numberOf(person()), number(read(LONG)), trouble);
            far().act("remove", Map.of());
            act(trouble, false);
        }
    }

    @Test
    void a_wrong_check_or_length_is_asked_again_and_what_stays_wrong_is_garbled_for_a_while() throws Exception {
        assumeTrue(far().offers("spoil"));
        awaitOnline();
        far().act("spoil", Map.of("what", "length", "times", "1"));
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
        far().act("remove", Map.of());
        far().midway("spoil", Map.of("what", "check", "times", "1"));
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
        far().act("remove", Map.of());
        far().midway("spoil", Map.of("what", "check", "times", "9999"));
        present(person());
        assertEquals(Fault.Kind.GARBLED, failed(read(LONG)).kind());
        far().act("clear", Map.of());
        awaitOnline();
        present(person());
        assertEquals(numberOf(person()), number(read(LONG)));
    }

    @Test
    void a_deadline_in_the_middle_of_an_answer_ends_the_read() throws Exception {
        assumeTrue(far().offers("slow"));
        awaitOnline();
        act("slow", true);
        present(person());
        long start = System.nanoTime();
        assertInstanceOf(Reading.Nothing.class, read(Duration.ofMillis(700)));
        assertTrue(System.nanoTime() - start < Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void a_second_client_is_told_that_it_is_busy_and_takes_nothing_away() throws Exception {
        assumeTrue(far().offers("second"));
        awaitOnline();
        try (Keeper<CardReader> second = new Keeper<>(
                CardReader.class, far().driver(), far().binding(), InstantSource.system(), change -> {}, SWIFT)) {
            Await.fact("refused", second::state, () -> second.state().fault().isPresent());
            assertEquals(Fault.Kind.BUSY, second.state().fault().orElseThrow().kind());
            present(person());
            assertEquals(numberOf(person()), number(read(LONG)));
            keeper().close();
            Await.fact("its turn", second::state, () -> second.state().online());
        }
    }

    @Test
    void a_reader_that_hangs_with_its_line_open_is_let_go_of_all_the_same() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        far().midway("hang", Map.of("on", "true"));
        present(person());
        CompletableFuture<Reading> reading = begin(Patience.of(LONG));
        long start = System.nanoTime();
        keeper().close();
        assertInstanceOf(Reading.Failed.class, outcome(reading));
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
    }

    private void present(String person) throws Exception {
        far().act("present", Map.of("person", person));
    }

    private Reading read(Duration patience) {
        return outcome(begin(Patience.of(patience)));
    }

    private Reading read(Set<Ability> also) {
        Patience patience = Patience.of(LONG);
        return outcome(
                begin(patience, device -> device.read(also, patience), missed -> new Reading.Failed(missed.fault())));
    }

    private CompletableFuture<Reading> begin(Patience patience) {
        return begin(patience, device -> device.read(patience), missed -> new Reading.Failed(missed.fault()));
    }

    private static Reading outcome(CompletableFuture<Reading> reading) {
        return reading.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static IdCard card(Reading reading) {
        return assertInstanceOf(Reading.Card.class, reading).card();
    }

    private static String number(Reading reading) {
        return card(reading).number();
    }

    private static Fault failed(Reading reading) {
        return assertInstanceOf(Reading.Failed.class, reading).fault();
    }
}
