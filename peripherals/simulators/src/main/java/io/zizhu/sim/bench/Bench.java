package io.zizhu.sim.bench;

import com.sun.net.httpserver.HttpServer;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.cabinet.CabinetPeer;
import io.zizhu.sim.peer.camera.CameraPeer;
import io.zizhu.sim.peer.dispense.DispenserTrade;
import io.zizhu.sim.peer.dispense.EndorsementTrade;
import io.zizhu.sim.peer.dispense.LockerTrade;
import io.zizhu.sim.peer.escpos.EscposPeer;
import io.zizhu.sim.peer.escpos.FontChain;
import io.zizhu.sim.peer.finger.FingerTrade;
import io.zizhu.sim.peer.ipp.IppPeer;
import io.zizhu.sim.peer.passport.PassportPeer;
import io.zizhu.sim.peer.passport.Pcscd;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.sim.peer.sam.SamPeer;
import io.zizhu.sim.peer.scan.ScanPeer;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.sim.peer.ups.UpsPeer;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training bench: builds every pretend device, writes {@code devices.json} for the terminal, and opens the page and
 * its API on the loopback. Prints {@code BENCH READY <url>} once all of that stands.
 */
public final class Bench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

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
        List<Peer> peers = devices(options, people, file.earlierPorts());
        try {
            file.write(peers, more(options));
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(hands);
            server.createContext(
                    "/",
                    new BenchDoor(
                            new BenchDesk(peers, people), server.getAddress().getPort()));
            server.start();
            return new Bench(peers, server, hands);
        } catch (IOException trouble) {
            peers.forEach(Peer::close);
            throw new IOException(
                    "port " + options.port() + " or " + options.data() + ": " + trouble.getMessage(), trouble);
        }
    }

    /** The devices of the training terminal, each plugged in; another one is one more line. */
    private static List<Peer> devices(BenchOptions options, People people, Map<String, Integer> earlier)
            throws IOException {
        Path data = options.data();
        List<Peer> peers = new ArrayList<>(List.of(
                plugged(new SamPeer(people, new Pty(data.resolve("pty/id-reader")))),
                at(earlier, "face-camera", port -> CameraPeer.face(port, people)),
                at(earlier, "document-camera", port -> CameraPeer.document(port, people)),
                at(earlier, "finger-reader", port -> new TrainingPeer(port, new FingerTrade(people))),
                at(earlier, "certificate-printer", port -> new IppPeer(port, data.resolve("out"))),
                plugged(new EscposPeer(FontChain.of(options.fonts()), new Pty(data.resolve("pty/receipt-printer")))),
                at(earlier, "pay-pad", ZvtPeer::new),
                plugged(new ScanPeer(new Pty(data.resolve("pty/code-scanner")))),
                plugged(new CabinetPeer(new Pty(data.resolve("pty/cabinet")))),
                at(earlier, "ups", UpsPeer::new),
                at(earlier, "card-dispenser", port -> new TrainingPeer(port, new DispenserTrade())),
                at(earlier, "endorsement-machine", port -> new TrainingPeer(port, new EndorsementTrade())),
                at(earlier, "locker", port -> new TrainingPeer(port, new LockerTrade()))));
        passports(people, data.resolve("pcscd")).ifPresent(peers::add);
        return List.copyOf(peers);
    }

    /** Where the machine has a PC/SC daemon and lets it run in a namespace of its own; else there is none. */
    private static Optional<Peer> passports(People people, Path folder) {
        if (!Pcscd.installed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(plugged(new PassportPeer(people, new Pcscd(folder))));
        } catch (IOException trouble) {
            LOG.warn("no passport reader: {}", trouble.getMessage());
            return Optional.empty();
        }
    }

    private static Peer plugged(Peer serial) throws IOException {
        try {
            serial.act("replug", Map.of());
            return serial;
        } catch (Refused trouble) {
            throw new IOException(serial.id() + ": " + trouble.getMessage(), trouble);
        }
    }

    /** At the port it had before, or at any free one where somebody else sits there now. */
    private static Peer at(Map<String, Integer> earlier, String id, IntFunction<Peer> make) {
        Integer port = earlier.get(id);
        if (port != null) {
            try {
                return make.apply(port);
            } catch (UncheckedIOException taken) {
                return make.apply(0);
            }
        }
        return make.apply(0);
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
