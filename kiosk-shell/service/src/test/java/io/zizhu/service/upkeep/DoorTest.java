package io.zizhu.service.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zizhu.service.upkeep.Upkeep.Entrance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DoorTest {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private People people = Station.PEOPLE;
    private Door door = new Door(() -> people, () -> now);

    private Entrance enter(String number, String pin) {
        return door.enter(Badge.of(number, pin)).entrance();
    }

    private Badge coded() {
        return new Badge("2002", "975310", Station.CODE.at(now.getEpochSecond() / 30));
    }

    @Test
    void the_right_pin_gives_a_key_that_grows_old() {
        String key =
                assertInstanceOf(Entrance.In.class, enter("1001", "246810")).key();
        assertEquals("1001", door.check(key).badge());
        now = now.plus(Duration.ofMinutes(11));

        assertThrows(Upkeep.NotEntered.class, () -> door.check(key));
        assertThrows(Upkeep.NotEntered.class, () -> door.check("made up"));
    }

    @Test
    void one_pin_for_all_opens_as_before() {
        people = People.alone(Station.pin("246810"));
        assertInstanceOf(Entrance.In.class, enter("", "246810"));
        assertEquals(new Entrance.Wrong(4), enter("", "000000"));
    }

    @Test
    void five_wrong_pins_shut_the_door_longer_each_time_even_for_the_right_one_but_not_for_others() {
        for (int i = 4; i > 0; i--) {
            assertEquals(new Entrance.Wrong(i), enter("1001", "000000"));
        }
        assertEquals(new Entrance.Shut(now.plus(Duration.ofMinutes(1))), enter("1001", "000000"));
        assertInstanceOf(Entrance.Shut.class, enter("1001", "246810"));
        assertInstanceOf(Entrance.In.class, enter("1003", "864200"));

        now = now.plus(Duration.ofMinutes(2));
        for (int i = 0; i < 4; i++) {
            enter("1001", "000000");
        }
        assertEquals(new Entrance.Shut(now.plus(Duration.ofMinutes(2))), enter("1001", "000000"));
    }

    @Test
    void a_number_that_is_nobodys_looks_like_any_other_and_many_shut_the_door_to_all_of_them() {
        assertEquals(new Entrance.Wrong(4), enter("7777", "246810"));
        assertEquals(
                "unknown", door.enter(Badge.of("7778", "246810")).badge(), "what a stranger types may be anything");
        for (int i = 0; i < 17; i++) {
            assertEquals(new Entrance.Wrong(4), enter("80" + i, "246810"));
        }
        assertInstanceOf(Entrance.Shut.class, enter("8888", "246810"));
        assertInstanceOf(Entrance.Shut.class, enter("8889", "246810"));
        assertInstanceOf(Entrance.In.class, enter("1001", "246810"));
    }

    @Test
    void a_revoked_badge_is_refused_and_loses_the_key_it_had() {
        Door.Try tried = door.enter(Badge.of("9001", "112233"));
        assertEquals(new Entrance.Wrong(4), tried.entrance());
        assertEquals("revoked", tried.result());

        String key =
                assertInstanceOf(Entrance.In.class, enter("2001", "135790")).key();
        Person was = people.find("2001").orElseThrow();
        people = People.of(List.of(new Person("2001", was.roles(), was.pin(), Optional.empty(), true)));
        assertThrows(Upkeep.NotEntered.class, () -> door.check(key));
    }

    @Test
    void a_badge_apps_code_lets_in_once() {
        Badge shown = coded();
        assertInstanceOf(Entrance.In.class, door.enter(shown).entrance());
        Door.Try again = door.enter(shown);
        assertEquals(new Entrance.Replayed(), again.entrance());
        assertEquals("replayed", again.result());
        now = now.plusSeconds(30);
        assertEquals(new Entrance.Replayed(), door.enter(shown).entrance(), "old, yet within the drift");
        assertInstanceOf(Entrance.In.class, door.enter(coded()).entrance());
        assertEquals(new Entrance.Wrong(4), enter("2002", "975310"), "no code at all");
        now = now.plusSeconds(3600);
        assertEquals(new Entrance.Wrong(3), door.enter(shown).entrance(), "an hour old");
    }

    @Test
    void a_restart_forgives_neither_a_used_code_nor_wrong_pins() {
        Badge shown = coded();
        Door.Try in = door.enter(shown);
        door = new Door(() -> people, () -> now);
        door.recall(now, in.badge(), in.result(), in.step());
        for (int i = 0; i < 4; i++) {
            door.recall(now, "1001", "wrong", OptionalLong.empty());
        }
        assertEquals(new Entrance.Replayed(), door.enter(shown).entrance());
        assertInstanceOf(Entrance.Shut.class, enter("1001", "000000"));
    }

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @Test
    void codes_are_those_of_the_rfc() {
        assertEquals("287082", Station.CODE.at(59 / 30));
        assertEquals("081804", Station.CODE.at(1_111_111_109L / 30));
        assertEquals("353130", Station.CODE.at(20_000_000_000L / 30));
    }
}
