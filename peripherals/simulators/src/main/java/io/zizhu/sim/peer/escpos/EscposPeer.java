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
 * refill} · {@code hang noise slow {on}} · {@code unplug} (the buffer is lost) · {@code replug}.
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
            if (at + 2 < bytes.length && bytes[at] == 0x10 && (bytes[at + 1] == 0x04 || bytes[at + 1] == 0x05)) {
                realTime(Arrays.copyOfRange(bytes, at, at + 3));
                if (bytes[at + 1] == 0x05 && bytes[at + 2] == 2) {
                    rest.reset(); // what waited before it is dropped
                }
                at += 2;
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
            if (length == 3 && command[0] == 0x10) {
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

    private void realTime(byte[] request) throws IOException {
        if (request[1] == 0x04) {
            trouble.send(new byte[] {health.realTime(request[2])}, line, tape);
        } else if (request[2] == 2) {
            waiting = new byte[0];
            paper.tear();
        }
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
            case Head.Effect.Say(byte[] answer) -> trouble.send(answer, line, tape);
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
                change(() -> health.add(reason));
            }
            case "refill" -> change(health::refill);
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
