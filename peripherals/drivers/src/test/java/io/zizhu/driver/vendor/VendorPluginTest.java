package io.zizhu.driver.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.dispense.Dispenser;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Left;
import io.zizhu.device.dispense.VendorPlugin;
import io.zizhu.device.keep.Keeper;
import io.zizhu.driver.training.DispenserTrainingDriver;
import io.zizhu.driver.training.LockerTrainingDriver;
import io.zizhu.sim.peer.dispense.DispenserTrade;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.tck.Await;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VendorPluginTest {
    private static final VendorPlugin DISPENSER = new TestPlugin("acme-d200", new DispenserTrainingDriver());
    private static final VendorPlugin OTHER = new TestPlugin("zeta-7", new DispenserTrainingDriver());
    private static final VendorPlugin LOCKER = new TestPlugin("acme-l1", new LockerTrainingDriver());

    private static Binding binding(Map<String, String> settings) {
        return new Binding(new DeviceId("card-dispenser"), "dispenser-vendor", settings);
    }

    private static String refused(Driver driver, Map<String, String> settings) {
        Fault fault = assertThrows(
                        DeviceAway.class, () -> driver.open(binding(settings)).close())
                .fault();
        assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
        return fault.detail();
    }

    @Test
    void without_a_plug_in_the_device_says_what_to_install_and_where() {
        for (Driver driver :
                List.of(new DispenserVendorDriver(), new EndorsementVendorDriver(), new LockerVendorDriver())) {
            Binding bare = new Binding(new DeviceId("it"), driver.id(), Map.of());
            assertEquals(Optional.empty(), bare.objection(driver.profile()), "the section is taken");
            String detail = assertThrows(
                            DeviceAway.class, () -> driver.open(bare).close())
                    .fault()
                    .detail();
            assertTrue(detail.startsWith("devices/it/driver: " + driver.id() + " needs the vendor's plug-in"), detail);
            assertTrue(
                    detail.contains(VendorPlugin.class.getName() + " for a "
                            + driver.kind().word()),
                    detail);
            assertTrue(detail.contains("/usr/lib/zizhu/terminal"), detail);
        }
        assertTrue(refused(new DispenserVendorDriver(List.of(LOCKER)), Map.of()).contains("none is installed"));
    }

    @Test
    void the_keeper_shows_it_as_the_devices_state() {
        try (Keeper<Dispenser> keeper = new Keeper<>(
                Dispenser.class,
                new DispenserVendorDriver(List.of()),
                binding(Map.of()),
                InstantSource.system(),
                change -> {})) {
            Await.fact("a fault", keeper::state, () -> keeper.state().fault().isPresent());
            assertEquals(Status.NO_DEVICE, keeper.state().status());
            assertEquals(
                    Fault.Kind.MISCONFIGURED,
                    keeper.state().fault().orElseThrow().kind());
        }
    }

    @Test
    void of_several_plug_ins_the_model_names_one() {
        Driver driver = new DispenserVendorDriver(List.of(DISPENSER, LOCKER, OTHER));
        assertEquals(
                "devices/card-dispenser/model: missing; installed are [acme-d200, zeta-7]", refused(driver, Map.of()));
        assertEquals(
                "devices/card-dispenser/model: \"acme-l1\"; installed are [acme-d200, zeta-7]",
                refused(driver, Map.of("model", "acme-l1")));
        assertEquals(
                Optional.of("devices/card-dispenser/port: missing, dispenser-vendor needs it"),
                binding(Map.of("host", "10.0.0.1")).objection(new DispenserVendorDriver(List.of(DISPENSER)).profile()),
                "a plug-in's own settings are checked at the door");
    }

    @Test
    void a_plug_in_takes_its_place_under_the_contract() throws Exception {
        DispenserTrade trade = new DispenserTrade();
        Driver driver = new DispenserVendorDriver(List.of(DISPENSER));
        try (TrainingPeer peer = new TrainingPeer(0, trade);
                Dispenser dispenser = (Dispenser) driver.open(binding(new HashMap<>(peer.settings())))) {
            assertInstanceOf(Handover.Presented.class, dispenser.present("cards", Patience.ofMillis(10_000)));
            peer.act("take", Map.of());
            assertInstanceOf(Left.Taken.class, dispenser.awaitTaken(Patience.ofMillis(10_000)));
            assertEquals(1, trade.taken());
        }
    }
}
