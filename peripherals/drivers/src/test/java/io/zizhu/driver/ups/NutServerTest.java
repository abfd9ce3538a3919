package io.zizhu.driver.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.power.Power;
import io.zizhu.device.power.Ups;
import io.zizhu.tck.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same driver against Debian's upsd and dummy-ups; skipped, with its reason, where they do not start. */
final class NutServerTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void debians_upsd_is_understood_when_the_mains_go_come_and_its_ups_is_lost() throws Exception {
        try (NutServer server = new NutServer(folder);
                Ups ups = (Ups) new NutDriver()
                        .open(server.binding(Map.of("username", "kiosk", "password", "pass \"word\"")))) {
            await(ups, Power.OnLine.class);
            server.status("OB");
            Power.OnBattery battery = (Power.OnBattery) await(ups, Power.OnBattery.class);
            assertEquals(OptionalInt.of(73), battery.reserve().charge());
            assertEquals(
                    Optional.of(Duration.ofSeconds(1140)), battery.reserve().runtime());
            assertEquals(List.of("OB"), battery.words());
            server.status("OB LB");
            await(ups, Power.Low.class);
            server.status("OL");
            await(ups, Power.OnLine.class);

            assertEquals(Fault.Kind.MISCONFIGURED, refused(server, Map.of("ups", "cellar")));
            assertEquals(Fault.Kind.MISCONFIGURED, refused(server, Map.of("username", "kiosk", "password", "x")));
            server.killDriver();
            Power.Unknown unknown = assertInstanceOf(Power.Unknown.class, await(ups, Power.Unknown.class));
            assertTrue(unknown.fault().detail().startsWith("upsd: "), unknown::toString);
        }
    }

    private static Power await(Ups ups, Class<? extends Power> wanted) {
        Power[] seen = {power(ups)};
        Await.fact(wanted.getSimpleName(), () -> seen[0], () -> wanted.isInstance(seen[0] = power(ups)));
        return seen[0];
    }

    private static Power power(Ups ups) {
        try {
            return ups.power(Patience.ofMillis(3_000));
        } catch (DeviceAway away) {
            throw new AssertionError(away);
        }
    }

    private static Fault.Kind refused(NutServer server, Map<String, String> settings) {
        return assertThrows(
                        DeviceAway.class,
                        () -> new NutDriver().open(server.binding(settings)).close())
                .fault()
                .kind();
    }
}
