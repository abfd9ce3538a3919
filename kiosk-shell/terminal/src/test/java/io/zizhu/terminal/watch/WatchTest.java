package io.zizhu.terminal.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.agent.rollout.Proof;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path dir;

    @Test
    void systemd_hears_ready_on_its_socket() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")));
        Path socket = dir.resolve("notify");
        Process listener = new ProcessBuilder("socat", "-u", "UNIX-RECV:" + socket, "STDOUT").start();
        try (var heard = new BufferedReader(new InputStreamReader(listener.getInputStream(), UTF_8))) {
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!Files.exists(socket) && System.nanoTime() < until) {
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
            Systemd systemd = Systemd.from(Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "30000000"))
                    .orElseThrow();
            assertTrue(systemd.say("READY=1\n"));
            assertEquals("READY=1", heard.readLine());
            assertEquals(Duration.ofSeconds(30), systemd.watchdog());
        } finally {
            listener.destroy();
        }
    }

    @Test
    void without_systemd_nothing_is_said_and_a_vanished_socket_is_no_error() {
        assertEquals(Optional.empty(), Systemd.from(Map.of()));
        Systemd gone = Systemd.from(Map.of("NOTIFY_SOCKET", dir.resolve("none").toString()))
                .orElseThrow();
        assertFalse(gone.say("READY=1"));
        assertTrue(Systemd.from(Map.of("NOTIFY_SOCKET", "@zizhu/none")).isPresent());
    }

    @Test
    void the_watchdog_is_fed_only_while_every_owner_lives() throws Exception {
        var fed = new LinkedBlockingQueue<String>();
        var alive = new AtomicBoolean(true);
        try (var _ = new Watchdog(fed::add, Duration.ofMillis(5), Map.of("journal", alive::get, "door", () -> true))) {
            assertEquals("WATCHDOG=1", fed.poll(5, TimeUnit.SECONDS));
            alive.set(false);
            while (fed.poll(100, TimeUnit.MILLISECONDS) != null) {
                // what was on its way
            }
            assertEquals(null, fed.poll(200, TimeUnit.MILLISECONDS));
            alive.set(true);
            assertEquals("WATCHDOG=1", fed.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_bundle_is_ill_where_a_device_is_worse_than_before_and_not_where_it_was_away_already() {
        var devices =
                new AtomicReference<>(List.of(device("pay-pad", Status.ONLINE), device("printer", Status.NO_DEVICE)));
        var journal = new AtomicBoolean(true);
        Proof.Trial trial = new NoWorse(devices::get, journal::get, () -> true).begin();
        assertEquals(new Proof.Sign.Well(), trial.sign());
        devices.set(List.of(device("pay-pad", Status.NO_DEVICE), device("printer", Status.NO_DEVICE)));
        assertEquals(new Proof.Sign.Ill("device pay-pad is noDevice"), trial.sign());
        devices.set(List.of(device("new-pad", Status.HARDWARE_ERROR)));
        assertEquals(new Proof.Sign.Ill("device new-pad is hardwareError"), trial.sign());
        devices.set(List.of());
        journal.set(false);
        assertEquals(new Proof.Sign.Ill("the journal cannot be written"), trial.sign());
    }

    @Test
    void a_turn_is_told_once_each_way() throws Exception {
        var there = new AtomicBoolean();
        var told = new LinkedBlockingQueue<Boolean>();
        try (var _ = new Edge("line", Duration.ofMillis(5), there::get, told::add)) {
            assertEquals(null, told.poll(60, TimeUnit.MILLISECONDS));
            there.set(true);
            assertEquals(true, told.poll(5, TimeUnit.SECONDS));
            there.set(false);
            assertEquals(false, told.poll(5, TimeUnit.SECONDS));
            assertEquals(null, told.poll(60, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void the_current_fails_from_an_empty_battery_until_the_mains_are_back_whatever_a_lost_ups_does_not_say() {
        var devices = new AtomicReference<>(List.<DeviceState>of());
        var mains = new Mains(devices::get);
        assertFalse(mains.getAsBoolean(), "no UPS, no worry");
        devices.set(List.of(ups(Status.ONLINE, Media.LOW, Media.NOT_PRESENT)));
        assertFalse(mains.getAsBoolean(), "the battery lasts");
        devices.set(List.of(ups(Status.ONLINE, Media.OUT, Media.NOT_PRESENT)));
        assertTrue(mains.getAsBoolean());
        devices.set(List.of(ups(Status.ONLINE, Media.LOW, Media.NOT_PRESENT)));
        assertTrue(mains.getAsBoolean(), "a battery that recovers a little is not the mains");
        devices.set(List.of(ups(Status.NO_DEVICE, Media.UNKNOWN, Media.UNKNOWN)));
        assertTrue(mains.getAsBoolean(), "who cannot be asked says nothing new");
        devices.set(List.of(ups(Status.ONLINE, Media.FULL, Media.PRESENT)));
        assertFalse(mains.getAsBoolean());
        devices.set(List.of(ups(Status.NO_DEVICE, Media.UNKNOWN, Media.UNKNOWN)));
        assertFalse(mains.getAsBoolean(), "a UPS that is away closes nothing");
        devices.set(List.of(ups(Status.ONLINE, Media.OUT, Media.NOT_PRESENT)));
        assertTrue(mains.getAsBoolean());
        devices.set(List.of());
        assertFalse(mains.getAsBoolean(), "a UPS that is bound no more");
    }

    private static DeviceState ups(Status status, Media battery, Media mains) {
        return new DeviceState(
                new DeviceId("ups"),
                DeviceKind.UPS,
                status,
                battery,
                Map.of(Spot.BATTERY, battery, Spot.MAINS, mains),
                Instant.EPOCH,
                Optional.empty());
    }

    private static DeviceState device(String id, Status status) {
        return new DeviceState(
                new DeviceId(id), DeviceKind.PAY_PAD, status, Media.UNKNOWN, Instant.EPOCH, Optional.empty());
    }
}
