package io.zizhu.tck.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Left;
import io.zizhu.device.dispense.Locker;
import io.zizhu.device.dispense.Stores;
import io.zizhu.device.keep.Act;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every locker must keep. The rig has the boxes {@code a1} and {@code a2} with something in them, {@code a3} empty. */
public abstract class LockerKit extends PresenterKit<Locker> {
    @Override
    protected final Class<Locker> contract() {
        return Locker.class;
    }

    @Override
    protected final void prepare() throws Exception {
        far().act("refill", Map.of("store", "a1"));
    }

    @Override
    protected final Act<Locker, Handover> bringing(Patience patience) {
        return device -> device.present("a1", patience);
    }

    private Handover present(String box) {
        return handed(device -> device.present(box, Patience.of(LONG)));
    }

    private Media holds(String box) throws Exception {
        return stores().hoppers().stream()
                .filter(hopper -> hopper.name().equals(box))
                .map(Stores.Hopper::level)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_box_is_opened_for_its_person_alone() throws Exception {
        awaitSpot(Spot.DOOR, Media.CLOSED);
        assertInstanceOf(Handover.Refused.class, present("a3"), "empty");
        assertInstanceOf(Handover.Refused.class, present("z9"), "no such box");
        assertInstanceOf(Handover.Presented.class, present("a2"));
        awaitSpot(Spot.DOOR, Media.OPEN);
        Fault open = assertInstanceOf(Handover.Refused.class, present("a1")).fault();
        assertEquals(Fault.Kind.BUSY, open.kind(), "one box at a time");
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))));
        assertEquals(Media.OUT, holds("a2"));
        assertEquals(Media.FULL, holds("a1"));
        awaitSpot(Spot.DOOR, Media.CLOSED);
    }

    @Test
    void what_nobody_took_is_still_in_its_box() throws Exception {
        awaitOnline();
        assertInstanceOf(Handover.Presented.class, present("a2"));
        assertEquals(new Left.Retained("a2"), end(beginTaking(Patience.ofMillis(100))));
        assertEquals(Media.FULL, holds("a2"));
        assertInstanceOf(Handover.Presented.class, present("a2"));
    }
}
