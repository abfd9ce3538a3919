package io.zizhu.tck.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.dispense.Dispenser;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Stores;
import io.zizhu.device.keep.Act;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every dispenser must keep. The rig has the hoppers {@code cards} and {@code booklets}, filled, and knows besides
 * {@code empty refill {store}}, {@code count {store, count}} and {@code bin-empty}.
 */
public abstract class DispenserKit extends PresenterKit<Dispenser> {
    /** How many pieces people have taken. */
    protected abstract int taken();

    @Override
    protected final Class<Dispenser> contract() {
        return Dispenser.class;
    }

    @Override
    protected final Act<Dispenser, Handover> bringing(Patience patience) {
        return device -> device.present("cards", patience);
    }

    private Handover present(String hopper) {
        return handed(device -> device.present(hopper, Patience.of(LONG)));
    }

    private int left(String name) throws Exception {
        return stores().hoppers().stream()
                .filter(hopper -> hopper.name().equals(name))
                .map(Stores.Hopper::left)
                .findFirst()
                .orElseThrow()
                .orElse(-1);
    }

    @Test
    void one_piece_leaves_its_own_hopper_and_nothing_else() throws Exception {
        awaitOnline();
        int cards = left("cards");
        int booklets = left("booklets");
        assertInstanceOf(Handover.Presented.class, present("booklets"));
        Fault occupied =
                assertInstanceOf(Handover.Refused.class, present("cards")).fault();
        assertEquals(Fault.Kind.BUSY, occupied.kind(), "what lies at the exit is in the way");
        far().act("take", Map.of());
        assertInstanceOf(Handover.Refused.class, present("passports"));
        assertEquals(cards, left("cards"));
        assertEquals(booklets - 1, left("booklets"));
        assertEquals(1, taken());
    }

    @Test
    void a_dispenser_that_falls_silent_half_way_leaves_it_unknown() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        far().midway("hang", Map.of("on", "true"));
        Handover.Unknown unknown = assertInstanceOf(Handover.Unknown.class, present("cards"));
        assertEquals(Fault.Kind.SILENT, unknown.fault().kind());
        act("hang", false);
        awaitSpot(Spot.EXIT, Media.PRESENT);
    }

    @Test
    void stock_that_sinks_is_told_and_an_empty_hopper_refuses() throws Exception {
        awaitSpot(Spot.STOCK, Media.FULL);
        far().act("count", Map.of("store", "cards", "count", "2"));
        awaitSpot(Spot.STOCK, Media.LOW);
        far().act("empty", Map.of("store", "cards"));
        awaitSpot(Spot.STOCK, Media.OUT);
        assertEquals(
                Fault.Kind.MEDIA,
                assertInstanceOf(Handover.Refused.class, present("cards"))
                        .fault()
                        .kind());
        assertInstanceOf(Handover.Presented.class, present("booklets"), "the other hopper is not empty");
        far().act("take", Map.of());
        far().act("refill", Map.of("store", "cards"));
        awaitSpot(Spot.STOCK, Media.FULL);
        assertInstanceOf(Handover.Presented.class, present("cards"));
    }

    @Test
    void what_was_retained_is_counted_until_the_bin_is_emptied() throws Exception {
        awaitSpot(Spot.BIN, Media.NOT_PRESENT);
        assertInstanceOf(Handover.Presented.class, present("cards"));
        end(beginTaking(Patience.ofMillis(100)));
        awaitSpot(Spot.BIN, Media.PRESENT);
        assertEquals(1, stores().retained());
        far().act("bin-full", Map.of());
        awaitSpot(Spot.BIN, Media.FULL);
        far().act("bin-empty", Map.of());
        awaitSpot(Spot.BIN, Media.NOT_PRESENT);
        assertEquals(0, stores().retained());
        assertEquals(0, taken());
    }
}
