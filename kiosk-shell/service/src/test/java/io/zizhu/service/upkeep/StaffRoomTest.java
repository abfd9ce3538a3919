package io.zizhu.service.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

class StaffRoomTest {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final Door door = new Door(StaffRoomTest::pin, () -> now);

    private static Pin pin() {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec("246810".toCharArray(), salt, 1000, 256))
                    .getEncoded();
            return new Pin("PBKDF2WithHmacSHA256", salt, 1000, hash);
        } catch (java.security.GeneralSecurityException bad) {
            throw new IllegalStateException(bad);
        }
    }

    @Test
    void the_right_pin_gives_a_key_that_grows_old() {
        String key =
                assertInstanceOf(Upkeep.Entrance.In.class, door.enter("246810")).key();
        door.check(key);
        now = now.plus(Duration.ofMinutes(11));

        assertThrows(Upkeep.NotEntered.class, () -> door.check(key));
        assertThrows(Upkeep.NotEntered.class, () -> door.check("made up"));
    }

    @Test
    void maintenance_outlives_the_key_but_not_the_staff_by_hours() {
        var maintenance = new Maintenance(() -> now);
        assertEquals(false, maintenance.active());
        assertEquals(true, maintenance.set(true));
        assertEquals(false, maintenance.set(true), "no news");
        now = now.plus(Duration.ofMinutes(11));
        assertEquals(true, maintenance.active());
        now = now.plus(Maintenance.LONGEST);
        assertEquals(false, maintenance.active());
        assertEquals(true, maintenance.set(true), "it was over by itself");
        assertEquals(true, maintenance.set(false));
        assertEquals(false, maintenance.active());
    }

    @Test
    void five_wrong_pins_shut_the_door_longer_each_time_even_for_the_right_one() {
        for (int i = 4; i > 0; i--) {
            assertEquals(new Upkeep.Entrance.Wrong(i), door.enter("000000"));
        }
        assertEquals(new Upkeep.Entrance.Shut(now.plus(Duration.ofMinutes(1))), door.enter("000000"));
        assertInstanceOf(Upkeep.Entrance.Shut.class, door.enter("246810"));

        now = now.plus(Duration.ofMinutes(2));
        for (int i = 0; i < 4; i++) {
            door.enter("000000");
        }
        assertEquals(new Upkeep.Entrance.Shut(now.plus(Duration.ofMinutes(2))), door.enter("000000"));
    }
}
