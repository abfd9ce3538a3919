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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A code scanner in HID POS mode, as makers print its input report: 64 bytes, number 2, the length of the data, the AIM
 * identifier, 56 bytes of data, and in the last byte whether the code goes on in the next report.
 *
 * <p>Acts as of {@link ScanPeer}. {@code noise} means here what the USB lets through: a report of another number and one
 * whose length cannot be, before each code. A HID device cannot be asked, so {@code hang} is only silence.
 */
public final class HidScanPeer implements Peer, Speaker {
    private static final int REPORT = 64;
    private static final int DATA = 56;

    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Mouth mouth = new Mouth(trouble, tape);
    private final SerialPlug plug;
    private volatile boolean noise;

    public HidScanPeer() {
        this(SerialPlug.none());
    }

    public HidScanPeer(SerialPlug plug) {
        this.plug = plug;
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        mouth.open(out);
        try {
            byte[] chunk = new byte[REPORT];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                tape.in(chunk, length); // a real one takes settings here; this one has none
            }
        } finally {
            mouth.close(out);
        }
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "noise" -> noise = with.getOrDefault("on", "true").equals("true");
            case "hang", "slow" -> trouble.act(act, with);
            case "scan" -> scan(with);
            case "torn" -> mouth.say(Arrays.copyOf(report(Codes.aim(with), bytes(Codes.text(with)), 0), 20));
            case "garble" -> code(Codes.aim(with), bytes(Codes.text(with) + "\u0007\u0000"));
            case "flood" -> code(Codes.aim(with), bytes("x".repeat(Codes.bytes(with))));
            case "clear" -> calm();
            case "unplug" -> plug.unplug();
            case "replug" -> {
                calm();
                plug.replug(this);
            }
            default -> throw new Refused("a code scanner knows no \"" + act + "\"");
        }
    }

    private void calm() {
        noise = false;
        trouble.calm();
    }

    private void scan(Map<String, String> with) throws Refused {
        String aim = Codes.aim(with);
        if (noise) {
            byte[] status = new byte[REPORT];
            Arrays.fill(status, (byte) 2);
            status[0] = 3;
            mouth.say(status);
            byte[] impossible = report(aim, bytes("never"), 0);
            impossible[1] = (byte) 200;
            mouth.say(impossible);
        }
        byte[] first = reports(aim, bytes(Codes.text(with)));
        String then = with.getOrDefault("then", "");
        if (then.isEmpty()) {
            mouth.say(first);
            return;
        }
        byte[] second = reports(aim, bytes(then));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        mouth.say(both);
    }

    private void code(String aim, byte[] text) throws Refused {
        mouth.say(reports(aim, text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] reports(String aim, byte[] text) {
        int count = (text.length + DATA - 1) / DATA;
        byte[] all = new byte[count * REPORT];
        for (int i = 0; i < count; i++) {
            System.arraycopy(report(aim, text, i * DATA), 0, all, i * REPORT, REPORT);
        }
        return all;
    }

    private static byte[] report(String aim, byte[] text, int from) {
        byte[] report = new byte[REPORT];
        int length = Math.min(DATA, text.length - from);
        report[0] = 2;
        report[1] = (byte) length;
        System.arraycopy(bytes(aim), 0, report, 2, 3);
        System.arraycopy(text, from, report, 5, length);
        report[63] = (byte) (from + length < text.length ? 1 : 0);
        return report;
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
        return "scanner-hid";
    }

    @Override
    public Map<String, String> settings() {
        return plug.settings();
    }

    @Override
    public Status state() {
        return plug.plugged() ? Status.ONLINE : Status.NO_DEVICE;
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
