package io.zizhu.sim.peer.scan;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A code scanner on a serial line, set up as in its manual to put the AIM identifier before each code and CR LF behind
 * it. It speaks whenever somebody shows it a code, asked or not, and answers {@code ?} with {@code !}.
 *
 * <p>Acts: {@code scan {text, symbology, then}} ({@code then}: a second code in the same breath) · {@code torn {text}} (a
 * code that breaks off) · {@code garble {text}} (a code with control characters in it) · {@code flood {bytes}} (a line
 * that is far too long) · {@code hang noise slow {on}} · {@code clear} · {@code unplug} · {@code replug}.
 */
public final class ScanPeer implements Peer, Speaker {
    private static final String END = "\r\n";

    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Mouth mouth = new Mouth(trouble, tape);
    private final SerialPlug plug;
    private volatile String shown = "";

    /** In memory: whoever owns the pipe pulls it by closing. */
    public ScanPeer() {
        this(SerialPlug.none());
    }

    /** @param plug the line it hangs on, out at first: the act {@code replug} puts it in */
    public ScanPeer(SerialPlug plug) {
        this.plug = plug;
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        mouth.open(out);
        try {
            byte[] chunk = new byte[64];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                tape.in(chunk, length);
                for (int at = 0; at < length; at++) {
                    if (chunk[at] == '?') {
                        mouth.say(new byte[] {'!'});
                    }
                }
            }
        } catch (Refused broken) {
            throw new IOException(broken);
        } finally {
            mouth.close(out);
        }
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "scan" -> scan(with);
            case "torn" -> say(Codes.aim(with) + Codes.text(with));
            case "garble" -> say(Codes.aim(with) + Codes.text(with) + "\u0007\u0000" + Codes.text(with) + END);
            case "flood" -> say(Codes.aim(with) + "x".repeat(Codes.bytes(with)) + END);
            case "clear" -> trouble.calm();
            case "unplug" -> plug.unplug();
            case "replug" -> {
                trouble.calm();
                plug.replug(this);
            }
            default -> throw new Refused("a code scanner knows no \"" + act + "\"");
        }
    }

    private void scan(Map<String, String> with) throws Refused {
        String aim = Codes.aim(with);
        String codes = aim + Codes.text(with) + END;
        String then = with.getOrDefault("then", "");
        say(then.isEmpty() ? codes : codes + aim + then + END);
        shown = Codes.text(with);
    }

    private void say(String text) throws Refused {
        mouth.say(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String id() {
        return "code-scanner";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public String driver() {
        return "scanner-serial";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(plug.settings());
        settings.putAll(Map.of("aim", "yes", "ask", "3F", "answer", "21"));
        return settings;
    }

    @Override
    public Status state() {
        if (!plug.plugged()) {
            return Status.NO_DEVICE;
        }
        return trouble.hangs() ? Status.OFFLINE : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        return Map.of("trouble", trouble.words(), "code", shown);
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return List.of();
    }

    @Override
    public void close() {
        plug.close();
    }
}
