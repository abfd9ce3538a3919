package io.zizhu.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that says {@code … READY …} when it serves; its lines go to a log. Closing ends it by SIGTERM and waits. */
final class Program implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(60); // long: a training run writes its cache while it ends

    private final Process process;
    private final Path log;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final StringBuffer said = new StringBuffer();

    Program(Path log, List<String> command) throws IOException {
        this.log = log;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                said.append(line).append('\n');
                if (line.contains(" READY ")) {
                    ready.complete(line);
                }
            }
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    /** Waits for the ready line. */
    String ready() throws IOException, InterruptedException {
        try {
            return ready.get(READY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException never) {
            throw new IOException(log.getFileName() + ": not ready; it said:\n" + said, never);
        }
    }

    /** Everything said so far. */
    String said() {
        return said.toString();
    }

    /** Resident memory in MB, as the kernel counts it. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1000.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy(); // the process' own destroy closes its streams, and a cache's writer dies of that
        if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
