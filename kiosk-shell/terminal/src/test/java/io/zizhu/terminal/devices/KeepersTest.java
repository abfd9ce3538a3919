package io.zizhu.terminal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.service.port.Way;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepersTest {
    private static final Amount FEE = Amount.fen(2000);
    private static final Receipt RECEIPT = new Receipt("t", "1", "1", FEE, "****");

    private final AtomicInteger opened = new AtomicInteger();
    private final BlockingQueue<DeviceState> heard = new LinkedBlockingQueue<>();
    private final Drivers drivers = new Drivers(
            List.of(
                    new Pads("pad-card", false),
                    new Pads("pad-books", false),
                    new Pads("pad-lost", false),
                    new Pads("pad-breaks", false),
                    new Pads("pad-training", true)),
            false);
    private final Keepers keepers = new Keepers(drivers, InstantSource.system(), change -> heard.add(change.now()));

    @AfterEach
    void close() {
        keepers.close();
    }

    @Test
    void nothing_is_refunded_at_a_pad_that_would_wait_for_any_card() throws Exception {
        for (String id : List.of("pad-card", "pad-books")) {
            keepers.bind(List.of(bound("pay-pad", id, DeviceKind.PAY_PAD)));
            while (!keepers.ways().contains(Way.CARD)) {
                heard.poll(5, TimeUnit.SECONDS);
            }
            Undo undo = keepers.refund(Way.CARD, RECEIPT, Patience.ofMillis(1_000));
            if (id.equals("pad-card")) {
                Undo.Failed failed = assertInstanceOf(Undo.Failed.class, undo);
                assertEquals(Fault.Kind.REFUSED, failed.fault().kind());
                assertTrue(failed.fault().detail().contains("only with the card"), failed::toString);
            } else {
                assertEquals(new Undo.Done("R1"), undo);
            }
        }
    }

    @Test
    void what_never_began_is_failed_and_what_broke_off_is_unknown() throws Exception {
        keepers.bind(List.of(bound("pay-pad", "pad-lost", DeviceKind.PAY_PAD)));
        heard.poll(5, TimeUnit.SECONDS);
        assertInstanceOf(Charge.Failed.class, keepers.charge(Way.CARD, FEE, Patience.ofMillis(2000)));
        assertInstanceOf(Undo.Failed.class, keepers.reverse(Way.CARD, RECEIPT, Patience.ofMillis(2000)));
        assertEquals(Optional.empty(), keepers.mark(Way.CARD, Patience.ofMillis(2000)));

        keepers.bind(List.of(bound("pay-pad", "pad-breaks", DeviceKind.PAY_PAD)));
        awaitOnline();
        assertInstanceOf(Charge.Unknown.class, keepers.charge(Way.CARD, FEE, Patience.ofMillis(2000)));
        assertInstanceOf(
                Charge.Unknown.class, keepers.settle(Way.CARD, new Mark("t", "", ""), FEE, Patience.ofMillis(2000)));
    }

    @Test
    void a_device_that_is_not_bound_is_an_outcome_too() {
        assertInstanceOf(Charge.Failed.class, keepers.charge(Way.CARD, FEE, Patience.ofMillis(100)));
        assertInstanceOf(Sheet.Refused.class, keepers.print("job", new byte[0], Patience.ofMillis(100)));
        assertEquals(Optional.empty(), keepers.preview());
        assertThrows(IllegalArgumentException.class, () -> keepers.reset(new DeviceId("pay-pad")));
    }

    @Test
    void a_new_section_leaves_unchanged_devices_alone() throws Exception {
        var pad = bound("pay-pad", "pad-breaks", DeviceKind.PAY_PAD);
        keepers.bind(List.of(pad));
        awaitOnline();
        keepers.bind(List.of(pad, bound("pay-pad-2", "pad-lost", DeviceKind.PAY_PAD)));
        assertEquals(
                List.of(new DeviceId("pay-pad"), new DeviceId("pay-pad-2")),
                keepers.states().stream().map(DeviceState::id).toList());
        assertTrue(keepers.states().getFirst().online());
        assertEquals(1, opened.get());
        keepers.bind(List.of());
        assertTrue(keepers.states().isEmpty());
    }

    @Test
    void what_a_visit_asked_is_its_own_until_it_ends() throws Exception {
        keepers.bind(List.of(bound("pay-pad", "pad-lost", DeviceKind.PAY_PAD)));
        keepers.begin("visit-1");
        assertInstanceOf(Charge.Failed.class, keepers.charge(Way.CARD, FEE, Patience.ofMillis(500)));
        assertTrue(keepers.lease(new DeviceId("pay-pad"), "outside", Duration.ofSeconds(5))
                .isEmpty());
        keepers.end("visit-0");
        assertTrue(keepers.lease(new DeviceId("pay-pad"), "outside", Duration.ofSeconds(5))
                .isEmpty());
        keepers.end("visit-1");
        var outside = keepers.lease(new DeviceId("pay-pad"), "outside", Duration.ofSeconds(5))
                .orElseThrow();
        Charge charge = keepers.charge(Way.CARD, FEE, Patience.ofMillis(500));
        assertEquals(
                Fault.Kind.BUSY,
                assertInstanceOf(Charge.Failed.class, charge).fault().kind());
        outside.close();
    }

    @Test
    void a_setting_that_cannot_be_is_refused_before_anything_is_opened() {
        Binding wrong = new Binding(new DeviceId("pay-pad"), "pad-lost", Map.of("slot", "12"));
        assertEquals(
                Optional.of("devices/pay-pad/slot: \"12\" is no whole number from 1 to 9"),
                drivers.objection(List.of(new Drivers.Bound(wrong, DeviceKind.PAY_PAD))));
    }

    @Test
    void a_wrong_binding_is_refused_with_field_and_value() {
        assertEquals(
                Optional.of("devices/pay-pad/driver: \"nonsense\" is not installed; installed are"
                        + " [pad-books, pad-breaks, pad-card, pad-lost, pad-training]"),
                drivers.objection(List.of(bound("pay-pad", "nonsense", DeviceKind.PAY_PAD))));
        assertEquals(
                Optional.of("devices/pay-pad/kind: \"id-reader\", but driver pad-lost is for a pay-pad"),
                drivers.objection(List.of(bound("pay-pad", "pad-lost", DeviceKind.ID_READER))));
        assertEquals(
                Optional.of("devices/pay-pad/driver: \"pad-training\" is for training only"),
                drivers.objection(List.of(bound("pay-pad", "pad-training", DeviceKind.PAY_PAD))));
        assertEquals(
                Optional.of("devices/pay-pad/id: is there twice"),
                drivers.objection(List.of(
                        bound("pay-pad", "pad-lost", DeviceKind.PAY_PAD),
                        bound("pay-pad", "pad-lost", DeviceKind.PAY_PAD))));
        assertEquals(
                Optional.empty(),
                new Drivers(List.of(new Pads("pad-training", true)), true)
                        .objection(List.of(bound("pay-pad", "pad-training", DeviceKind.PAY_PAD))));
    }

    private void awaitOnline() throws InterruptedException {
        DeviceState state = heard.poll(5, TimeUnit.SECONDS);
        while (state != null && !state.online()) {
            state = heard.poll(5, TimeUnit.SECONDS);
        }
        assertTrue(state != null, "never online");
    }

    private static Drivers.Bound bound(String id, String driver, DeviceKind kind) {
        return new Drivers.Bound(new Binding(new DeviceId(id), driver, Map.of()), kind);
    }

    /** Pads by name: one that cannot be opened, one whose link breaks in every act. */
    private final class Pads implements Driver {
        private final String id;
        private final boolean training;

        private Pads(String id, boolean training) {
            this.id = id;
            this.training = training;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.PAY_PAD;
        }

        @Override
        public Profile profile() {
            return new Profile("none", List.of(Setting.number("slot", 1, 1, 9)), Set.of(), "here");
        }

        @Override
        public boolean trainingOnly() {
            return training;
        }

        @Override
        public Device open(Binding binding) throws DeviceAway {
            if (id.equals("pad-lost")) {
                throw new DeviceAway(Fault.Kind.LOST, "unplugged");
            }
            opened.incrementAndGet();
            return new Breaking(
                    switch (id) {
                        case "pad-card" -> Set.of(Ability.REFUND, Ability.CARD_FOR_REFUND);
                        case "pad-books" -> Set.of(Ability.REFUND);
                        default -> Set.of();
                    });
        }
    }

    /** Breaks at whatever it is asked, but a refund. */
    private record Breaking(Set<Ability> abilities) implements PayPad {
        @Override
        public Undo refund(Receipt receipt, Patience patience) {
            return new Undo.Done("R" + receipt.number());
        }

        private static DeviceAway broken() {
            return new DeviceAway(Fault.Kind.LOST, "the cable was pulled");
        }

        @Override
        public Pulse pulse() {
            return Pulse.well(Media.NOT_SUPPORTED);
        }

        @Override
        public Mark mark(Patience patience) throws DeviceAway {
            throw broken();
        }

        @Override
        public Charge charge(Amount amount, Patience patience) throws DeviceAway {
            throw broken();
        }

        @Override
        public Charge settle(Mark before, Amount amount, Patience patience) throws DeviceAway {
            throw broken();
        }

        @Override
        public Undo reverse(Receipt receipt, Patience patience) throws DeviceAway {
            throw broken();
        }

        @Override
        public void close() {}
    }
}
