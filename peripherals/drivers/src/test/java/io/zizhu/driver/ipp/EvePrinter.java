package io.zizhu.driver.ipp;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;

/**
 * Debian's {@code ippeveprinter}, an IPP printer that is not ours, on a port of its own. It insists on DNS-SD: where no
 * avahi-daemon runs, one is started on the loopback with a message bus of its own (that takes root). What is missing
 * aborts the test, with the reason.
 */
final class EvePrinter implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig><type>session</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
            <allow own="*"/></policy></busconfig>
            """;
    private static final String AVAHI = """
            [server]
            use-ipv4=yes
            use-ipv6=no
            allow-interfaces=lo
            [publish]
            publish-workstation=no
            """;

    /** The command that "prints": copies the document, or jams where the file {@code jam} lies beside it. */
    private static final String COMMAND = """
            #!/bin/sh
            if [ -e %1$s/jam ]; then
              echo "STATE: +media-jam-error" >&2
              exit 1
            fi
            echo "STATE: -media-jam-error" >&2
            for last; do :; done
            cp "$last" %1$s/out-$$.pdf
            """;

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int port;

    EvePrinter(Path folder) throws IOException {
        this.folder = folder;
        this.port = free();
        try {
            start();
        } catch (IOException | RuntimeException trouble) {
            close();
            throw trouble;
        }
    }

    private void start() throws IOException {
        Map<String, String> bus = Map.of();
        if (!Files.exists(Path.of("/run/avahi-daemon/socket"))) {
            bus = dns();
        }
        Path command = Files.writeString(folder.resolve("command"), COMMAND.formatted(folder));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        Path spool = Files.createDirectory(folder.resolve("spool"));
        run(
                bus,
                List.of(
                        "/usr/sbin/ippeveprinter",
                        "-p",
                        Integer.toString(port),
                        "-n",
                        "localhost",
                        "-f",
                        "application/pdf",
                        "-d",
                        spool.toString(),
                        "-c",
                        command.toString(),
                        "Zizhu Trial"));
        await("ippeveprinter", this::listens);
    }

    private Map<String, String> dns() throws IOException {
        Path socket = folder.resolve("bus");
        Path busConfig = Files.writeString(folder.resolve("bus.conf"), BUS.formatted(socket));
        Path avahiConfig = Files.writeString(folder.resolve("avahi.conf"), AVAHI);
        run(Map.of(), List.of("/usr/bin/dbus-daemon", "--config-file=" + busConfig, "--nofork"));
        await("dbus-daemon", () -> Files.exists(socket));
        Map<String, String> bus = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
        run(
                bus,
                List.of(
                        "/usr/sbin/avahi-daemon",
                        "-f",
                        avahiConfig.toString(),
                        "--no-drop-root",
                        "--no-chroot",
                        "--no-rlimits"));
        await("avahi-daemon", () -> Files.exists(Path.of("/run/avahi-daemon/socket")));
        return bus;
    }

    private void run(Map<String, String> environment, List<String> command) throws IOException {
        String program = command.getFirst();
        if (!Files.isExecutable(Path.of(program))) {
            throw new TestAbortedException(program + " is not installed");
        }
        Path log = folder.resolve(Path.of(program).getFileName() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private void await(String program, BooleanSupplier up) throws IOException {
        long until = System.nanoTime() + LIMIT.toNanos();
        Process process = processes.getLast();
        while (!up.getAsBoolean()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                String log = Files.readString(folder.resolve(program + ".log"));
                throw new TestAbortedException(program + " did not start: " + log.strip());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    Binding binding() {
        return new Binding(
                new DeviceId("certificate-printer"), "ipp", Map.of("uri", "ipp://localhost:" + port + "/ipp/print"));
    }

    void jam(boolean on) throws IOException {
        Path jam = folder.resolve("jam");
        if (on) {
            Files.createFile(jam);
        } else {
            Files.delete(jam);
        }
    }

    /** The document that came out, where exactly one did. */
    Optional<byte[]> only() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "out-*.pdf")) {
            List<Path> out = new ArrayList<>();
            files.forEach(out::add);
            return out.size() == 1 ? Optional.of(Files.readAllBytes(out.getFirst())) : Optional.empty();
        }
    }

    @Override
    public void close() {
        Collections.reverse(processes);
        for (Process process : processes) {
            process.destroy();
            process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        }
    }
}
