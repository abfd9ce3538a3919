package io.zizhu.sim.bench;

import com.sun.net.httpserver.HttpServer;
import io.zizhu.sim.bench.cut.CutBook;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The training bench: builds every pretend device, writes {@code devices.json} for the terminal, and opens the page and
 * its API on the loopback. Prints {@code BENCH READY <url>} once all of that stands.
 */
public final class Bench implements AutoCloseable {
    private final List<Peer> peers;
    private final HttpServer server;
    private final ExecutorService hands;

    private Bench(List<Peer> peers, HttpServer server, ExecutorService hands) {
        this.peers = peers;
        this.server = server;
        this.hands = hands;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            Bench bench = start(BenchOptions.parse(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "bench close"));
            System.out.println("BENCH READY " + bench.url());
        } catch (IOException | UncheckedIOException | IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /** @throws IOException where a folder, a line or the port cannot be had; the message names it */
    public static Bench start(BenchOptions options) throws IOException {
        Files.createDirectories(options.data().resolve("pty"));
        People people = People.load(options.people());
        DevicesFile file = new DevicesFile(options.data());
        Optional<CutBook> cuts = options.cuts() ? Optional.of(new CutBook()) : Optional.empty();
        var workshop = new Workshop(options, people, options.cuts() ? Map.of() : file.earlierPorts(), cuts);
        List<Peer> peers = workshop.devices();
        try {
            file.write(peers, more(options));
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(hands);
            server.createContext(
                    "/",
                    new BenchDoor(
                            new BenchDesk(peers, people, cuts),
                            server.getAddress().getPort()));
            server.start();
            return new Bench(peers, server, hands);
        } catch (IOException trouble) {
            peers.forEach(Peer::close);
            throw new IOException(
                    "port " + options.port() + " or " + options.data() + ": " + trouble.getMessage(), trouble);
        }
    }

    private static Map<String, Map<String, String>> more(BenchOptions options) {
        Map<String, String> face = new HashMap<>();
        options.models().ifPresent(folder -> face.put("models", folder.toString()));
        options.thresholds().ifPresent(one -> face.put("thresholds", one.toString()));
        return Map.of("face-camera", face);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
        peers.forEach(Peer::close);
    }
}
