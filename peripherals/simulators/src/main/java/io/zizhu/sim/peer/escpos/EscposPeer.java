package io.zizhu.sim.peer.escpos;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer with cutter (80 mm, ESC/POS). Out of paper, jammed or open it stops: what arrives waits in its
 * buffer, real-time requests (DLE EOT) are still answered, and everything goes on when somebody has helped. Each cut
 * gives one PNG.
 *
 * <p>Acts: {@code fault {reason: media-empty|media-low|media-jam|cover-open}} · {@code clear} (all faults) · {@code
 * refill} (a new roll) · {@code keeps {on}} (cannot be told to drop what waits, as many printers after a paper end) ·
 * {@code unnumbered {on}} (knows no GS ( H) · {@code hang noise slow {on}} · {@code unplug} (the buffer is lost) · {@code
 * replug}. Opened over a slip in the works, or jammed, it goes on only when DLE ENQ says how.
 *
 * <p>The line's thread and the bench's threads meet here: guarded by its own monitor.
 */
public final class EscposPeer implements Peer, Speaker {
    private static final Logger LOG = LoggerFactory.getLogger(EscposPeer.class);
    private static final int BUFFER = 1 << 20;
    private static final int KEPT = 200;

    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Health health = new Health();
    private final SerialPlug plug;
    private final Paper paper;
    private final Head head;
    private final List<Out> outs = new ArrayList<>();
    private byte[] waiting = new byte[0];
    private boolean pushes;
    private boolean keeps;
    private boolean unnumbered;
    private int cuts;
    private OutputStream line = OutputStream.nullOutputStream();

    public EscposPeer(FontChain fonts) {
        this(fonts, SerialPlug.none());
    }

    /** @param plug the line it hangs on, out at first: the act {@code replug} puts it in */
    public EscposPeer(FontChain fonts, SerialPlug plug) {
        this.plug = plug;
        this.paper = new Paper(fonts);
        this.head = new Head(paper, health);
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        switchOn(out);
        byte[] chunk = new byte[4096];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            tape.in(chunk, length);
            if (!trouble.hangs()) {
                hear(Arrays.copyOf(chunk, length));
            }
        }
    }

    private synchronized void switchOn(OutputStream out) {
        line = out;
        waiting = new byte[0];
        pushes = false;
        health.recover();
        paper.tear();
        head.initialise();
    }

    private synchronized void hear(byte[] bytes) throws IOException {
        byte[] whole = Arrays.copyOf(waiting, waiting.length + bytes.length);
        System.arraycopy(bytes, 0, whole, waiting.length, bytes.length);
        if (health.stuck()) {
            whole = answeredAtOnce(whole);
        }
        waiting = whole.length > BUFFER ? Arrays.copyOf(whole, BUFFER) : whole;
        work();
    }

    /** While nothing prints, real-time requests are picked out of the stream wherever they stand. */
    private byte[] answeredAtOnce(byte[] bytes) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at++) {
            int length = RealTime.lengthAt(bytes, at);
            if (length > 0) {
                if (realTime(Arrays.copyOfRange(bytes, at, at + length))) {
                    rest.reset(); // what waited before it is dropped
                }
                at += length - 1;
            } else {
                rest.write(bytes[at]);
            }
        }
        return rest.toByteArray();
    }

    private void work() throws IOException {
        while (!health.stuck() && waiting.length > 0) {
            int length = CommandLength.of(waiting, waiting.length, head.chinese());
            if (length == CommandLength.NOT_YET) {
                return;
            }
            byte[] command = Arrays.copyOf(waiting, length);
            waiting = Arrays.copyOfRange(waiting, length, waiting.length);
            if (length >= 3 && command[0] == 0x10) {
                realTime(command);
            } else {
                follow(obeyed(command));
            }
        }
    }

    private Head.Effect obeyed(byte[] command) {
        try {
            return head.obey(command);
        } catch (IOException unprintable) {
            LOG.warn("receipt printer: {}", unprintable.getMessage());
            return new Head.Effect.Done();
        }
    }

    /** True where all that waited was dropped. */
    private boolean realTime(byte[] request) throws IOException {
        switch (RealTime.of(request)) {
            case STATUS -> trouble.send(new byte[] {health.realTime(request[2])}, line, tape);
            case GO_ON -> health.recover();
            case DROP_AFTER_ERROR -> {
                return health.recover() && drop();
            }
            case DROP -> {
                if (!keeps) {
                    trouble.send(new byte[] {0x37, 0x25, 0}, line, tape);
                    return drop();
                }
            }
            case OTHER -> {}
        }
        return false;
    }

    private boolean drop() {
        waiting = new byte[0];
        paper.tear();
        return true;
    }

    private void follow(Head.Effect effect) throws IOException {
        switch (effect) {
            case Head.Effect.Done() -> {}
            case Head.Effect.Cut(byte[] png) -> {
                outs.add(new Out(++cuts, Instant.now(), "image/png", png));
                if (outs.size() > KEPT) {
                    outs.removeFirst();
                }
            }
            case Head.Effect.Say(byte[] answer) -> {
                if (!unnumbered || answer[0] != 0x37) {
                    trouble.send(answer, line, tape);
                }
            }
            case Head.Effect.Quiet() -> pushes = false;
            case Head.Effect.Push(boolean on) -> {
                pushes = on;
                push();
            }
        }
    }

    private void push() throws IOException {
        if (pushes) {
            trouble.send(health.pushed(), line, tape);
        }
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "fault" -> {
                Health.Reason reason = Health.Reason.of(with.getOrDefault("reason", ""));
                change(() -> fault(reason));
            }
            case "refill" -> change(this::refill);
            case "keeps" -> change(() -> keeps = on(with));
            case "unnumbered" -> change(() -> unnumbered = on(with));
            case "clear" -> {
                trouble.calm();
                change(health::clear);
            }
            case "unplug" -> plug.unplug();
            case "replug" -> {
                trouble.calm();
                plug.replug(this);
            }
            default -> throw new Refused("a receipt printer knows no \"" + act + "\"");
        }
    }

    private static boolean on(Map<String, String> with) {
        return !"false".equals(with.get("on"));
    }

    private void fault(Health.Reason reason) {
        health.add(reason);
        if (reason == Health.Reason.MEDIA_JAM || (reason == Health.Reason.COVER_OPEN && paper.begun())) {
            health.awaitWord();
        }
    }

    private void refill() {
        health.refill();
        paper.changeRoll();
    }

    /** Something stands on the paper that is not cut yet. */
    public synchronized boolean begun() {
        return paper.begun();
    }

    /** Pieces of paper that were no whole slip. */
    public synchronized int spoiled() {
        return paper.spoiled();
    }

    private synchronized void change(Runnable what) {
        what.run();
        try {
            push();
            work();
        } catch (IOException gone) {
            LOG.debug("receipt printer: nobody listens: {}", gone.getMessage());
        }
    }

    @Override
    public String id() {
        return "receipt-printer";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public String driver() {
        return "escpos-serial";
    }

    @Override
    public Map<String, String> settings() {
        return plug.settings();
    }

    @Override
    public synchronized Status state() {
        if (!plug.plugged()) {
            return Status.NO_DEVICE;
        }
        if (trouble.hangs()) {
            return Status.OFFLINE;
        }
        return health.stuck() ? Status.USER_ERROR : Status.ONLINE;
    }

    @Override
    public synchronized Map<String, String> about() {
        return Map.of(
                "faults", health.words(),
                "trouble", trouble.words(),
                "waiting", waiting.length == 0 ? "" : waiting.length + " bytes");
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public synchronized List<Out> out() {
        return List.copyOf(outs);
    }

    @Override
    public void close() {
        plug.close();
    }
}
