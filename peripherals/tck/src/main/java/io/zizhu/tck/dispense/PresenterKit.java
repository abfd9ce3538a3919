package io.zizhu.tck.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Device;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Left;
import io.zizhu.device.dispense.Presenter;
import io.zizhu.device.dispense.Stores;
import io.zizhu.device.keep.Act;
import io.zizhu.device.profile.Ability;
import io.zizhu.tck.Await;
import io.zizhu.tck.DeviceKit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What everything that hands something out must keep. The rig knows {@code take}, {@code leave}, {@code jam} (the next
 * motion), {@code clear} and {@code bin-full {on}} (what nobody takes cannot be drawn in); in the middle means: the
 * motor runs.
 *
 * @param <D> the contract of the device class
 */
public abstract class PresenterKit<D extends Device & Presenter> extends DeviceKit<D> {
    protected static final Duration LONG = Duration.ofSeconds(15);

    /** Brings something that is there to the exit. */
    protected abstract Act<D, Handover> bringing(Patience patience);

    /** Makes it so that there is something to bring, where that takes an act. */
    protected void prepare() throws Exception {}

    @Test
    void what_is_presented_lies_there_until_it_is_taken() throws Exception {
        ready();
        assertInstanceOf(Handover.Presented.class, bring());
        awaitSpot(Spot.EXIT, Media.PRESENT);
        CompletableFuture<Left> left = beginTaking(Patience.of(LONG));
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(left));
        awaitSpot(Spot.EXIT, Media.NOT_PRESENT);
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))), "asked again it says the same");
    }

    @Test
    void what_was_taken_before_anybody_asked_was_taken() throws Exception {
        ready();
        assertInstanceOf(Handover.Presented.class, bring());
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))));
    }

    @Test
    void what_nobody_takes_is_retained_when_patience_ends_or_its_caller_gives_up() throws Exception {
        ready();
        assumeTrue(keeper().peek(Device::abilities).orElseThrow().contains(Ability.RETAIN));
        assertInstanceOf(Handover.Presented.class, bring());
        long start = System.nanoTime();
        Left.Retained retained = assertInstanceOf(Left.Retained.class, end(beginTaking(Patience.ofMillis(400))));
        assertFalse(retained.bin().isBlank());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
        awaitSpot(Spot.EXIT, Media.NOT_PRESENT);

        prepare();
        assertInstanceOf(Handover.Presented.class, bring());
        Patience patience = Patience.of(LONG);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Left> left = begin(
                patience,
                device -> {
                    begun.complete(true);
                    return device.awaitTaken(patience);
                },
                missed -> new Left.Unknown(missed.fault()));
        begun.orTimeout(10, TimeUnit.SECONDS).join();
        patience.cancel();
        assertInstanceOf(Left.Retained.class, end(left));
    }

    @Test
    void what_cannot_be_drawn_in_stays_and_may_still_be_taken() throws Exception {
        ready();
        far().act("bin-full", Map.of());
        assertInstanceOf(Handover.Presented.class, bring());
        assertInstanceOf(Left.Stays.class, end(beginTaking(Patience.ofMillis(300))));
        awaitSpot(Spot.EXIT, Media.PRESENT);
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))));
    }

    @Test
    void a_jam_is_jammed_then_refused_until_it_is_cleared() throws Exception {
        ready();
        far().act("jam", Map.of());
        assertEquals(
                Fault.Kind.MEDIA,
                assertInstanceOf(Handover.Jammed.class, bring()).fault().kind());
        awaitSpot(Spot.EXIT, Media.JAMMED);
        assertEquals(Status.ONLINE, keeper().state().status());
        assertTrue(keeper().state().fault().isPresent());
        assertEquals(
                Fault.Kind.MEDIA,
                assertInstanceOf(Handover.Refused.class, bring()).fault().kind());
        far().act("clear", Map.of());
        awaitSpot(Spot.EXIT, Media.NOT_PRESENT);
        assertInstanceOf(Handover.Presented.class, bring());
    }

    @Test
    void a_device_that_is_unplugged_half_way_leaves_it_unknown_and_tells_later_what_lies_there() throws Exception {
        assumeTrue(far().offers("unplug"));
        ready();
        far().midway("unplug", Map.of());
        long start = System.nanoTime();
        Handover.Unknown unknown = assertInstanceOf(Handover.Unknown.class, bring());
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        assertEquals(Fault.Kind.LOST, unknown.fault().kind());
        far().act("replug", Map.of());
        awaitSpot(Spot.EXIT, Media.PRESENT);
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))));
    }

    @Test
    void a_noisy_line_is_understood() throws Exception {
        assumeTrue(far().offers("noise"));
        ready();
        act("noise", true);
        assertInstanceOf(Handover.Presented.class, bring());
        far().act("take", Map.of());
        assertInstanceOf(Left.Taken.class, end(beginTaking(Patience.of(LONG))));
    }

    /** Online, and with something to bring. */
    protected final void ready() throws Exception {
        awaitOnline();
        prepare();
    }

    protected final void awaitSpot(Spot spot, Media media) {
        Await.fact(
                spot + " " + media,
                this::told,
                () -> keeper().state().supplies().get(spot) == media);
    }

    protected final Handover bring() {
        return handed(bringing(Patience.of(LONG)));
    }

    /** What was begun and not answered is unknown, what was not begun is refused: as every caller must read it. */
    protected final Handover handed(Act<D, Handover> act) {
        return begin(
                        Patience.of(LONG),
                        act,
                        missed -> missed.begun()
                                ? new Handover.Unknown(missed.fault())
                                : new Handover.Refused(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    protected final Stores stores() throws Exception {
        Patience patience = Patience.of(LONG);
        CompletableFuture<Stores> stores = begin(patience, device -> device.stores(patience), missed -> {
            throw new IllegalStateException(missed.fault().toString());
        });
        return stores.orTimeout(30, TimeUnit.SECONDS).join();
    }

    protected final CompletableFuture<Left> beginTaking(Patience patience) {
        return begin(patience, device -> device.awaitTaken(patience), missed -> new Left.Unknown(missed.fault()));
    }

    protected static Left end(CompletableFuture<Left> left) {
        return left.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
