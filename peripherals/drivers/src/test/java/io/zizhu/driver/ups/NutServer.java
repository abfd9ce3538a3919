package io.zizhu.driver.ups;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.sim.peer.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;

/**
 * Debian's {@code nut-server} with its {@code dummy-ups}, a upsd that is not ours, on a port of its own. The UPS says
 * what stands in its file. Started directly, because Debian's wrapper wants the whole system set up. What is missing
 * aborts the test, with the reason.
 */
final class NutServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int port = Ports.free();

    NutServer(Path folder) throws IOException {
        this.folder = folder;
        try {
            configure();
            run("dummy-ups", "/lib/nut/dummy-ups", "-F", "-a", "rig", "-u", user());
            await("dummy-ups", () -> Files.exists(folder.resolve("dummy-ups-rig")));
            run("upsd", "/lib/nut/upsd", "-F", "-u", user());
            await("upsd", this::listens);
        } catch (IOException | RuntimeException trouble) {
            close();
            throw trouble;
        }
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private void configure() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        status("OL");
        Files.writeString(folder.resolve("ups.conf"), """
                maxretry = 3
                [rig]
                driver = dummy-ups
                port = %s/rig.dev
                mode = dummy-loop
                pollinterval = 1
                desc = "A UPS of the test"
                """.formatted(folder));
        Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\nMAXAGE 3\n");
        Files.writeString(
                folder.resolve("upsd.users"), "[kiosk]\npassword = \"pass \\\"word\\\"\"\nupsmon secondary\n");
        for (String file : List.of("ups.conf", "upsd.conf", "upsd.users")) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-r-----"));
        }
    }

    /** What the UPS says from now on. */
    void status(String words) throws IOException {
        Path next = Files.writeString(
                folder.resolve("rig.next"),
                "ups.mfr: Dummy Manufacturer\nups.model: Dummy \"UPS\"\nups.status: " + words
                        + "\nbattery.charge: 73\nbattery.runtime: 1140\nTIMER 1\n");
        Files.move(next, folder.resolve("rig.dev"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** The UPS's own driver dies: upsd has lost it. */
    void killDriver() {
        end(processes.getFirst());
    }

    Binding binding(Map<String, String> more) {
        Map<String, String> settings =
                new java.util.HashMap<>(Map.of("host", "127.0.0.1", "port", Integer.toString(port), "ups", "rig"));
        settings.putAll(more);
        return new Binding(new DeviceId("ups"), "nut", settings);
    }

    private void run(String name, String... command) throws IOException {
        if (!Files.isExecutable(Path.of(command[0]))) {
            throw new TestAbortedException(command[0] + " is not installed (Debian: nut-server)");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NUT_CONFPATH", folder.toString(),
                        "NUT_STATEPATH", folder.toString(),
                        "NUT_ALTPIDPATH", folder.toString()));
        processes.add(builder.start());
    }

    private void await(String program, BooleanSupplier up) throws IOException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!up.getAsBoolean()) {
            if (System.nanoTime() > until || !processes.getLast().isAlive()) {
                String log = Files.readString(folder.resolve(program + ".log"));
                throw new TestAbortedException(program + " did not start: " + log.strip());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean listens() {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        Collections.reverse(processes);
        processes.forEach(NutServer::end);
    }
}
