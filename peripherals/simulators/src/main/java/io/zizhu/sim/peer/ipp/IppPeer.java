package io.zizhu.sim.peer.ipp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A pretend A4 printer on a port of the loopback: IPP over HTTP, PDF only, about a second a sheet, 50 sheets in the
 * tray.
 *
 * <p>Acts: {@code fault {reason: media-empty|media-jam|cover-open|toner-empty|…}} · {@code clear} · {@code refill
 * {sheets}} · {@code abort} (the printer gives up the job in the works or the next) · {@code lose} (takes the next
 * document, then drops the connection without an answer) · {@code http {status}} (answers every request so) · {@code
 * half {on}} (hangs up in the midst of every answer) · {@code mixup {on}} (answers another question) · {@code mistake
 * {on}} (tells of another job) · {@code misname {on}} (tells another name of it) · {@code forget} (knows no job any more
 * that is over) · {@code busy {on}} (takes no job) · {@code uncounted {on}} (counts no sheets) · {@code toner {percent}} ·
 * {@code plain {on}} (knows only Print-Job) ·
 * {@code hang noise slow {on}} · {@code unplug} (without power: the job in the works is lost) · {@code replug}.
 * A sheet in the works when trouble comes is spoiled; after {@code clear} the printer prints it again by itself, as
 * printers do. Its monitor guards the plug.
 */
public final class IppPeer implements Peer {
    private static final int KEPT_ON_TAPE = 600;
    private static final Duration SHEET = Duration.ofMillis(800);

    private final Tape tape = new Tape();
    private final Press press;
    private final Operations operations;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private @Nullable HttpServer server;
    private volatile boolean hung;
    private volatile boolean noisy;
    private final HttpTrouble http = new HttpTrouble();
    private volatile int slowMillis;

    /**
     * @param port 0 for any free one
     * @param outDir where printed documents are kept as files
     */
    public IppPeer(int port, Path outDir) {
        this(port, outDir, SHEET);
    }

    /** @param sheet how long one sheet takes */
    public IppPeer(int port, Path outDir, Duration sheet) {
        this.press = new Press(outDir, sheet);
        this.port = plug(port == 0 ? Ports.free() : port);
        this.operations = new Operations(press, uri());
    }

    private synchronized int plug(int wanted) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            listening.setExecutor(hands);
            listening.createContext("/ipp/print", this::serve);
            listening.start();
            server = listening;
            return listening.getAddress().getPort();
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + wanted, taken);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] octets = exchange.getRequestBody().readAllBytes();
            tape.in(octets, Math.min(octets.length, KEPT_ON_TAPE));
            Request request = Request.read(octets);
            pause();
            byte[] answer = noisy ? noise() : operations.answer(request);
            http.send(exchange, request, answer, tape);
        }
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(slowMillis));
        while (hung && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[40];
        ThreadLocalRandom.current().nextBytes(noise);
        return noise;
    }

    private String uri() {
        return "ipp://127.0.0.1:" + port + "/ipp/print";
    }

    @Override
    public String id() {
        return "certificate-printer";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CERTIFICATE_PRINTER;
    }

    @Override
    public String driver() {
        return "ipp";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("uri", uri());
    }

    @Override
    public synchronized Status state() {
        if (server == null) {
            return Status.NO_DEVICE;
        }
        if (hung) {
            return Status.OFFLINE;
        }
        return switch (press.state()) {
            case 4 -> Status.DEVICE_BUSY;
            case 5 -> Status.USER_ERROR;
            default -> Status.ONLINE;
        };
    }

    @Override
    public Map<String, String> about() {
        List<String> trouble = new ArrayList<>();
        if (hung) {
            trouble.add("hang");
        }
        if (noisy) {
            trouble.add("noise");
        }
        if (slowMillis > 0) {
            trouble.add("slow");
        }
        trouble.addAll(http.words());
        List<String> faults = new ArrayList<>(press.reasons());
        faults.remove("none");
        return Map.of(
                "trouble", String.join(" ", trouble),
                "faults", String.join(" ", faults),
                "paper", press.paper() + " sheets");
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "fault" -> press.fault(reason(with));
            case "clear" -> {
                press.clear();
                well();
            }
            case "refill" -> press.refill(number(with, "sheets", 50));
            case "abort" -> press.abort();
            case "lose", "http", "half", "mixup" -> http.act(act, with);
            case "busy" -> operations.busy(on(with));
            case "uncounted" -> operations.uncounted(on(with));
            case "mistake" -> operations.mistakes(on(with));
            case "misname" -> operations.misnames(on(with));
            case "forget" -> press.forget();
            case "toner" -> press.toner(number(with, "percent", 80));
            case "plain" -> operations.plain(on(with));
            case "hang" -> hung = on(with);
            case "noise" -> noisy = on(with);
            case "slow" -> slowMillis = on(with) ? number(with, "millis", 700) : 0;
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> throw new Refused("a certificate printer knows no act \"" + act + "\"");
        }
    }

    static boolean on(Map<String, String> with) {
        return !"false".equals(with.get("on"));
    }

    private static String reason(Map<String, String> with) throws Refused {
        String reason = with.getOrDefault("reason", "");
        if (!reason.matches("[a-z][a-z-]{2,40}")) {
            throw new Refused("reason: \"" + reason + "\" is no printer-state-reason, such as media-empty");
        }
        return reason;
    }

    static int number(Map<String, String> with, String key, int otherwise) throws Refused {
        String text = with.getOrDefault(key, Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}")) {
            throw new Refused(key + ": \"" + text + "\" is no number");
        }
        return Integer.parseInt(text);
    }

    private void well() {
        hung = false;
        noisy = false;
        http.calm();
        operations.busy(false);
        operations.mistakes(false);
        operations.misnames(false);
        slowMillis = 0;
    }

    private synchronized void unplug() throws Refused {
        HttpServer listening = server;
        if (listening == null) {
            throw new Refused("it is unplugged already");
        }
        server = null;
        press.power(false);
        listening.stop(0);
    }

    private synchronized void replug() throws Refused {
        if (server != null) {
            throw new Refused("it is plugged in");
        }
        well();
        press.power(true);
        plug(port);
    }

    /** Sheets left in the tray. */
    public int paper() {
        return press.paper();
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return press.out();
    }

    @Override
    public synchronized void close() {
        well();
        HttpServer listening = server;
        server = null;
        if (listening != null) {
            listening.stop(0);
        }
        hands.shutdownNow();
        press.close();
    }
}
