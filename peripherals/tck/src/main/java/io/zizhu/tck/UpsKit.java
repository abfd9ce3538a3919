package io.zizhu.tck;

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
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.power.Power;
import io.zizhu.device.power.Ups;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every UPS must keep. The rig knows {@code mains-off {charge}}, {@code mains-on}, {@code low}, {@code charge},
 * {@code worn {on}} and {@code stale {on}} (whoever speaks for the UPS has lost it).
 */
public abstract class UpsKit extends DeviceKit<Ups> {
    private static final Duration LONG = Duration.ofSeconds(10);

    @Override
    protected final Class<Ups> contract() {
        return Ups.class;
    }

    @Test
    void the_mains_go_the_battery_sinks_and_the_mains_come_back_each_told_once() throws Exception {
        awaitBattery(Media.FULL);
        assertInstanceOf(Power.OnLine.class, power());
        far().act("mains-off", Map.of("charge", "64"));
        awaitBattery(Media.LOW);
        Power.OnBattery battery = assertInstanceOf(Power.OnBattery.class, power());
        assertEquals(OptionalInt.of(64), battery.reserve().charge());
        assertTrue(battery.reserve().runtime().orElseThrow().isPositive());
        assertFalse(battery.words().isEmpty(), "technicians hear the device's own words");
        far().act("low", Map.of());
        awaitBattery(Media.OUT);
        assertInstanceOf(Power.Low.class, power());
        assertTrue(keeper().state().online(), "a UPS at its end is online and out");
        assertEquals(
                Map.of(Spot.BATTERY, Media.OUT, Spot.MAINS, Media.NOT_PRESENT),
                keeper().state().supplies());
        far().act("mains-on", Map.of());
        awaitBattery(Media.FULL);
        assertInstanceOf(Power.OnLine.class, power(), "an empty battery that charges is on the mains");
        assertEquals(
                List.of(Media.FULL, Media.LOW, Media.OUT, Media.FULL),
                told().stream().map(DeviceState::media).toList(),
                "each change once");
    }

    @Test
    void a_worn_battery_is_a_fault_of_a_ups_that_is_online() throws Exception {
        awaitOnline();
        act("worn", true);
        Await.fact("a fault", this::told, () -> keeper().state().fault().isPresent());
        assertEquals(Fault.Kind.BROKEN, keeper().state().fault().orElseThrow().kind());
        assertEquals(Status.ONLINE, keeper().state().status());
        assertInstanceOf(Power.OnLine.class, power());
        act("worn", false);
        Await.fact("no fault", this::told, () -> keeper().state().fault().isEmpty());
    }

    @Test
    void a_ups_that_nobody_can_ask_is_neither_on_nor_off_and_comes_back() throws Exception {
        awaitOnline();
        act("stale", true);
        Await.fact("not online", this::told, () -> !keeper().state().online());
        assertEquals(Media.UNKNOWN, keeper().state().media());
        assertEquals(
                Fault.Kind.SILENT,
                assertInstanceOf(Power.Unknown.class, power()).fault().kind());
        act("stale", false);
        awaitBattery(Media.FULL);
    }

    @Test
    void an_answer_in_pieces_is_put_together() throws Exception {
        assumeTrue(far().offers("slow"));
        awaitOnline();
        act("slow", true);
        assertInstanceOf(Power.OnLine.class, power());
        assertTrue(keeper().state().online());
    }

    @Test
    void a_second_client_disturbs_nobody() throws Exception {
        awaitOnline();
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        try (Keeper<Ups> second = new Keeper<>(
                contract(),
                far().driver(),
                far().binding(),
                InstantSource.system(),
                change -> heard.add(change.now()),
                SWIFT)) {
            Await.fact(
                    "the second served, or told that the line is one client's alone",
                    () -> heard,
                    () -> second.state().online() || second.state().fault().isPresent());
            far().act("mains-off", Map.of());
            awaitBattery(Media.LOW);
            if (second.state().fault().isPresent()) {
                assertEquals(Fault.Kind.BUSY, second.state().fault().get().kind());
            } else {
                Await.fact("the second hears", () -> heard, () -> second.state().media() == Media.LOW);
            }
        }
        assertInstanceOf(Power.OnBattery.class, power());
        assertEquals(List.of(Status.ONLINE), statuses());
    }

    private void awaitBattery(Media media) {
        Await.fact("battery " + media, this::told, () -> last().map(state -> state.online() && state.media() == media)
                .orElse(false));
    }

    private Power power() {
        Patience patience = Patience.of(LONG);
        return begin(patience, device -> device.power(patience), missed -> new Power.Unknown(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
