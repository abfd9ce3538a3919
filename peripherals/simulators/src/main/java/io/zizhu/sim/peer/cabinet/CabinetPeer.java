package io.zizhu.sim.peer.cabinet;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kiosk's body behind a relay board: service door (input 0), paper door (1, its switch opens when the door does),
 * person (2), cards low (3) and out (4), ink in percent (register 0); lamps for status (coil 0) and the inside (1), and
 * one for the face with a brightness (register 1).
 *
 * <p>Acts: {@code door {name: service|paper, open}} · {@code person {there}} · {@code stock {cards: full|low|out, ink:
 * percent}} · {@code exception {code}} (0 ends it) · {@code bad-checksum wrong-length chatter {on}} (chatter: another
 * board's answer stands before ours) · {@code stick {on}} (the relays do not switch) · {@code hang noise slow {on}} ·
 * {@code clear} · {@code unplug} · {@code replug}.
 */
public final class CabinetPeer implements Peer, Speaker {
    private static final int SERVICE_DOOR = 0;
    private static final int PAPER_DOOR = 1;
    private static final int PERSON = 2;
    private static final int CARDS_LOW = 3;
    private static final int CARDS_OUT = 4;
    private static final int INK = 0;
    private static final int FACE_LAMP = 1;

    private final Board board = new Board();
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final SerialPlug plug;
    private volatile boolean badChecksum;
    private volatile boolean wrongLength;
    private volatile boolean chatter;

    /** In memory: whoever owns the pipe pulls it by closing. */
    public CabinetPeer() {
        this(SerialPlug.none());
    }

    /** @param plug the line it hangs on, out at first: the act {@code replug} puts it in */
    public CabinetPeer(SerialPlug plug) {
        this.plug = plug;
        board.press(PAPER_DOOR, true);
        board.fill(INK, 80);
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[256];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            tape.in(chunk, length);
            for (int at = 0; at < length; at++) {
                Optional<byte[]> answer = board.hear(chunk[at]);
                if (answer.isPresent()) {
                    trouble.send(spoilt(answer.get()), out, tape);
                }
            }
        }
    }

    private byte[] spoilt(byte[] answer) {
        byte[] sent = answer.clone();
        if (badChecksum) {
            sent[sent.length - 1] ^= 0x5A;
        }
        if (wrongLength) {
            sent = longer(answer);
        }
        if (!chatter) {
            return sent;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Board.frame(Board.UNIT + 6, 2, 1, 0xFF));
        both.writeBytes(sent);
        return both.toByteArray();
    }

    /** A whole frame with a right checksum, of another length than was asked for. */
    private static byte[] longer(byte[] answer) {
        int[] body = new int[answer.length];
        for (int at = 0; at < answer.length - 2; at++) {
            body[at] = answer[at] & 0xFF;
        }
        body[2] += 2;
        return Board.frame(Arrays.copyOf(body, answer.length));
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "door" -> door(with.getOrDefault("name", "service"), said(with, "open"));
            case "person" -> board.press(PERSON, said(with, "there"));
            case "stock" -> stock(with);
            case "exception" -> board.refuse(number(with, "code", 255));
            case "bad-checksum" -> badChecksum = said(with, "on");
            case "wrong-length" -> wrongLength = said(with, "on");
            case "chatter" -> chatter = said(with, "on");
            case "stick" -> board.stick(said(with, "on"));
            case "clear" -> clear();
            case "unplug" -> plug.unplug();
            case "replug" -> {
                trouble.calm();
                plug.replug(this);
            }
            default -> throw new Refused("a cabinet knows no \"" + act + "\"");
        }
    }

    private void clear() {
        badChecksum = false;
        wrongLength = false;
        chatter = false;
        board.refuse(0);
        board.stick(false);
        trouble.calm();
    }

    private void door(String name, boolean open) throws Refused {
        switch (name) {
            case "service" -> board.press(SERVICE_DOOR, open);
            case "paper" -> board.press(PAPER_DOOR, !open);
            default -> throw new Refused("the doors are service and paper, not \"" + name + "\"");
        }
    }

    private void stock(Map<String, String> with) throws Refused {
        String cards = with.getOrDefault("cards", "");
        if (!List.of("", "full", "low", "out").contains(cards)) {
            throw new Refused("cards are full, low or out, not \"" + cards + "\"");
        }
        if (!cards.isEmpty()) {
            board.press(CARDS_LOW, !cards.equals("full"));
            board.press(CARDS_OUT, cards.equals("out"));
        }
        if (with.containsKey("ink")) {
            board.fill(INK, number(with, "ink", 100));
        }
    }

    private static boolean said(Map<String, String> with, String key) {
        return !"false".equals(with.get(key));
    }

    private static int number(Map<String, String> with, String key, int most) throws Refused {
        String text = with.getOrDefault(key, "0");
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new Refused(key + ": \"" + text + "\" is no number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    /** Whether the lamp burns: {@code status}, {@code inside} or {@code face}. */
    public boolean burns(String lamp) {
        return switch (lamp) {
            case "status" -> board.lit(0);
            case "inside" -> board.lit(1);
            default -> board.filled(FACE_LAMP) > 0;
        };
    }

    @Override
    public String id() {
        return "cabinet";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CABINET;
    }

    @Override
    public String driver() {
        return "cabinet-modbus";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(plug.settings());
        settings.put("unit", String.valueOf(Board.UNIT));
        settings.put("doors", "service=i0,paper=!i1");
        settings.put("person", "i2");
        settings.put("stock", "cards=i3/i4,ink=r0:20:5");
        settings.put("lamps", "status=c0,inside=c1,face=r1:255");
        return settings;
    }

    @Override
    public Status state() {
        if (!plug.plugged()) {
            return Status.NO_DEVICE;
        }
        if (trouble.hangs()) {
            return Status.OFFLINE;
        }
        return board.refuses() == 0 ? Status.ONLINE : Status.HARDWARE_ERROR;
    }

    @Override
    public Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("service door", board.pressed(SERVICE_DOOR) ? "open" : "closed");
        about.put("paper door", board.pressed(PAPER_DOOR) ? "closed" : "open");
        about.put("person", board.pressed(PERSON) ? "there" : "nobody");
        about.put("cards", board.pressed(CARDS_OUT) ? "out" : board.pressed(CARDS_LOW) ? "low" : "full");
        about.put("ink", board.filled(INK) + " %");
        for (String lamp : List.of("status", "inside", "face")) {
            about.put(lamp + " lamp", burns(lamp) ? "on" : "off");
        }
        about.put("trouble", trouble.words());
        return about;
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
