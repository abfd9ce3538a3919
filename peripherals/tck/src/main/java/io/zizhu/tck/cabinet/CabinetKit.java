package io.zizhu.tck.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.cabinet.Door;
import io.zizhu.device.cabinet.Inside;
import io.zizhu.device.cabinet.Lamp;
import io.zizhu.device.cabinet.Lit;
import io.zizhu.device.cabinet.Sight;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.profile.Ability;
import io.zizhu.tck.Await;
import io.zizhu.tck.DeviceKit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every cabinet must keep. The rig has the doors {@code service} and {@code paper}, a person's sensor, the stocks
 * {@code cards} and {@code ink}, the lamps {@code STATUS}, {@code INSIDE} and {@code FACE}, and knows {@code door {name,
 * open}}, {@code person {there}}, {@code stock {cards, ink}}, {@code stick {on}} and, where its wire has them, {@code
 * exception {code}} and {@code bad-checksum wrong-length chatter {on}}.
 */
public abstract class CabinetKit extends DeviceKit<Cabinet> {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Whether the far end's lamp burns. */
    protected abstract boolean burns(Lamp lamp);

    @Override
    protected final Class<Cabinet> contract() {
        return Cabinet.class;
    }

    @Test
    void a_look_tells_every_door_the_person_and_every_stock() throws Exception {
        awaitOnline();
        assertEquals(
                Set.of(Ability.DOORS, Ability.PRESENCE, Ability.STOCK_SENSORS, Ability.LIGHTS),
                keeper().peek(Cabinet::abilities).orElseThrow());
        Inside shut = seen();
        assertEquals(Map.of("service", Door.CLOSED, "paper", Door.CLOSED), shut.doors());
        assertEquals(Media.NOT_PRESENT, shut.person());
        assertEquals(Map.of("cards", Media.FULL, "ink", Media.FULL), shut.stock());
        far().act("door", Map.of("name", "paper", "open", "true"));
        far().act("person", Map.of("there", "true"));
        far().act("stock", Map.of("cards", "low", "ink", "4"));
        Inside open = seen();
        assertEquals(Map.of("service", Door.CLOSED, "paper", Door.OPEN), open.doors());
        assertEquals(Media.PRESENT, open.person());
        assertEquals(Map.of("cards", Media.LOW, "ink", Media.OUT), open.stock());
    }

    @Test
    void a_change_is_told_by_its_spot_without_being_asked() throws Exception {
        awaitSpot(Spot.DOOR, Media.CLOSED);
        far().act("door", Map.of("name", "service", "open", "true"));
        awaitSpot(Spot.DOOR, Media.OPEN);
        far().act("person", Map.of("there", "true"));
        awaitSpot(Spot.PERSON, Media.PRESENT);
        far().act("stock", Map.of("cards", "out"));
        awaitSpot(Spot.STOCK, Media.OUT);
        assertEquals(Media.OUT, keeper().state().media());
        far().act("door", Map.of("name", "service", "open", "false"));
        awaitSpot(Spot.DOOR, Media.CLOSED);
        assertEquals(List.of(Status.ONLINE), statuses());
    }

    @Test
    void a_lamp_is_lit_when_it_burns_and_one_that_is_not_there_is_refused() {
        awaitOnline();
        for (Lamp lamp : List.of(Lamp.STATUS, Lamp.INSIDE, Lamp.FACE)) {
            assertFalse(burns(lamp));
            assertInstanceOf(Lit.Done.class, light(lamp, true));
            assertTrue(burns(lamp), lamp::word);
            assertEquals(true, seen().lamps().get(lamp));
            assertInstanceOf(Lit.Done.class, light(lamp, false));
            assertFalse(burns(lamp), lamp::word);
        }
        assertEquals(
                Fault.Kind.MISCONFIGURED,
                assertInstanceOf(Lit.Refused.class, light(Lamp.PAY_PAD, true))
                        .fault()
                        .kind());
    }

    @Test
    void a_lamp_that_does_not_turn_on_is_not_done_whatever_the_board_answers() throws Exception {
        awaitOnline();
        act("stick", true);
        Lit.Refused refused = assertInstanceOf(Lit.Refused.class, light(Lamp.STATUS, true));
        assertEquals(Fault.Kind.BROKEN, refused.fault().kind());
        act("stick", false);
        assertInstanceOf(Lit.Done.class, light(Lamp.STATUS, true));
    }

    @Test
    void what_comes_in_pieces_or_behind_anothers_words_or_in_noise_is_understood() throws Exception {
        awaitOnline();
        for (String trouble : List.of("slow", "chatter", "noise")) {
            assumeTrue(far().offers(trouble));
            act(trouble, true);
            assertEquals(Door.CLOSED, seen().doors().get("service"), trouble);
            assertInstanceOf(Lit.Done.class, light(Lamp.STATUS, true), trouble);
            act(trouble, false);
        }
        assertEquals(List.of(Status.ONLINE), statuses());
    }

    @Test
    void a_wrong_checksum_and_a_wrong_length_are_never_an_answer() throws Exception {
        assumeTrue(far().offers("bad-checksum") && far().offers("wrong-length"));
        for (String trouble : List.of("bad-checksum", "wrong-length")) {
            awaitOnline();
            act(trouble, true);
            Await.fact(trouble + " is found out", this::told, () -> !keeper().state()
                    .online());
            assertEquals(
                    Fault.Kind.GARBLED, keeper().state().fault().orElseThrow().kind(), () -> trouble + ": " + told());
            act(trouble, false);
        }
        awaitOnline();
    }

    @Test
    void an_exception_is_a_fault_that_names_it_and_goes_with_it() throws Exception {
        assumeTrue(far().offers("exception"));
        awaitOnline();
        far().act("exception", Map.of("code", "4"));
        Await.fact("a fault", this::told, () -> keeper().state().fault().isPresent());
        Fault fault = keeper().state().fault().orElseThrow();
        assertEquals(Fault.Kind.BROKEN, fault.kind());
        assertTrue(fault.detail().contains("exception 4"), fault::detail);
        far().act("exception", Map.of("code", "2"));
        assertEquals(
                Fault.Kind.MISCONFIGURED,
                assertInstanceOf(Sight.Failed.class, look()).fault().kind());
        far().act("exception", Map.of("code", "0"));
        awaitOnline();
    }

    @Test
    void a_second_client_is_kept_out_or_disturbs_nobody() throws Exception {
        awaitOnline();
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        try (Keeper<Cabinet> second = new Keeper<>(
                contract(),
                far().driver(),
                far().binding(),
                InstantSource.system(),
                change -> heard.add(change.now()),
                SWIFT)) {
            Await.fact(
                    "the second's fate",
                    () -> heard,
                    () -> second.state().online()
                            || second.state()
                                    .fault()
                                    .filter(why -> why.kind() == Fault.Kind.BUSY)
                                    .isPresent());
            assertEquals(Door.CLOSED, seen().doors().get("paper"));
        }
        assertEquals(Door.CLOSED, seen().doors().get("paper"));
        assertEquals(List.of(Status.ONLINE), statuses());
    }

    private void awaitSpot(Spot spot, Media media) {
        Await.fact(
                spot + " " + media,
                this::told,
                () -> keeper().state().supplies().get(spot) == media);
    }

    private Inside seen() {
        return assertInstanceOf(Sight.Seen.class, look()).inside();
    }

    private Sight look() {
        Patience patience = Patience.of(LONG);
        return begin(patience, device -> device.look(patience), missed -> new Sight.Failed(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private Lit light(Lamp lamp, boolean on) {
        Patience patience = Patience.of(LONG);
        return begin(patience, device -> device.light(lamp, on, patience), missed -> new Lit.Refused(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
