package io.zizhu.device.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.profile.Profile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LeaseTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** What the device was asked, in order. */
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private final Keeper<Bell> keeper = new Keeper<>(
            Bell.class,
            new Bells(),
            new Binding(new DeviceId("bell"), "bell", Map.of()),
            InstantSource.system(),
            change -> {},
            Rhythm.FIELD);

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void while_one_has_it_nobody_else_is_served() {
        Lease<Bell> visit = keeper.lease("visit 1", LONG).orElseThrow();
        assertTrue(keeper.lease("staff", LONG).isEmpty());
        assertEquals("BUSY: leased to visit 1", keeper.ask(Patience.ofMillis(900), Bell::ring, LeaseTest::why));
        assertEquals("ding", visit.ask(Patience.ofMillis(2000), Bell::ring, LeaseTest::why));
        visit.close();
        assertEquals("ding", keeper.ask(Patience.ofMillis(2000), Bell::ring, LeaseTest::why));
    }

    @Test
    void what_was_kept_of_a_person_is_forgotten_before_anybody_elses_first_act() {
        Lease<Bell> visit = keeper.lease("visit 1", LONG).orElseThrow();
        visit.ask(Patience.ofMillis(2000), Bell::ring, LeaseTest::why);
        visit.close();
        visit.close();
        assertEquals("BUSY: the lease is over", visit.ask(Patience.ofMillis(900), Bell::ring, LeaseTest::why));
        keeper.lease("visit 2", LONG).orElseThrow().ask(Patience.ofMillis(2000), Bell::ring, LeaseTest::why);
        assertEquals(List.of("ring", "wipe", "ring"), heard);
    }

    @Test
    void a_lease_ends_by_itself_at_its_deadline_and_a_renewed_one_does_not() {
        Lease<Bell> forgotten = keeper.lease("visit 1", Duration.ofMillis(1)).orElseThrow();
        await(() -> heard.contains("wipe"));
        assertTrue(forgotten.over());
        Lease<Bell> renewed = keeper.lease("visit 2", Duration.ofMillis(200)).orElseThrow();
        renewed.renew(LONG);
        assertTrue(keeper.lease("visit 3", LONG).isEmpty());
        assertEquals(Fault.Kind.BUSY.toString(), keeper.ask(Patience.ofMillis(9), Bell::ring, LeaseTest::kind));
    }

    private static String why(Missed missed) {
        return missed.fault().toString();
    }

    private static String kind(Missed missed) {
        return missed.fault().kind().toString();
    }

    private static void await(BooleanSupplier fact) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within 10 s");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private final class Bells implements Driver {
        @Override
        public String id() {
            return "bell";
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.FINGER_READER;
        }

        @Override
        public Profile profile() {
            return new Profile("a string", List.of(), Set.of(), "here");
        }

        @Override
        public Device open(Binding binding) {
            return new Ringing();
        }
    }

    private final class Ringing implements Bell {
        @Override
        public String ring() {
            heard.add("ring");
            return "ding";
        }

        @Override
        public void wipe() {
            heard.add("wipe");
        }

        @Override
        public Pulse pulse() {
            return Pulse.well(Media.NOT_SUPPORTED);
        }

        @Override
        public void close() {
            heard.clear();
        }
    }
}
