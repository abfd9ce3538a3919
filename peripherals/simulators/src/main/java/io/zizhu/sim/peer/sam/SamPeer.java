package io.zizhu.sim.peer.sam;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.people.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An identity card reader with a SAM_V module: hears frames, lets people lay cards on its plate. In memory, call
 * {@link #serve} on a thread of its own with both ends of a pipe; on a line, hand it a plug.
 *
 * <p>Acts: {@code present {person, as: citizen|hmt|foreigner|foreigner-2017|bank, fingers: 0|1|2, newAddress}} (the
 * bank card needs no person) · {@code remove} · {@code fault {sw: "60"}} (every command ends with this status byte) ·
 * {@code spoil {what: check|length, times: 1}} (so many answers are wrong in this) · {@code clear} · {@code hang noise slow
 * split merge {on}} · {@code unplug} · {@code replug}.
 */
public final class SamPeer implements Peer, Speaker {
    private final People people;
    private final Plate plate = new Plate();
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Spoil spoil = new Spoil();
    private final SerialPlug plug;

    /** In memory: whoever owns the pipe pulls it by closing. */
    public SamPeer(People people) {
        this(people, SerialPlug.none());
    }

    /** @param plug the line it hangs on, out at first: the act {@code replug} puts it in */
    public SamPeer(People people, SerialPlug plug) {
        this.people = people;
        this.plug = plug;
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        SamFrames frames = new SamFrames();
        byte[] chunk = new byte[512];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            tape.in(chunk, length);
            for (int at = 0; at < length; at++) {
                Optional<byte[]> answer = plate.answer(frames.take(chunk[at]));
                if (answer.isPresent()) {
                    trouble.send(spoil.of(answer.get()), out, tape);
                }
            }
        }
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "present" -> plate.lay(card(with));
            case "remove" -> {
                if (!plate.lift()) {
                    throw new Refused("no card lies on the plate");
                }
            }
            case "fault" -> plate.sick(status(with));
            case "spoil" -> spoil.next(with);
            case "clear" -> {
                plate.sick(0);
                spoil.stop();
                trouble.calm();
            }
            case "unplug" -> plug.unplug();
            case "replug" -> {
                trouble.calm();
                plug.replug(this);
            }
            default -> throw new Refused("an id reader knows no \"" + act + "\"");
        }
    }

    private PretendCard card(Map<String, String> with) throws Refused {
        String as = with.getOrDefault("as", "citizen");
        if (as.equals("bank") && !with.containsKey("person")) {
            return PretendCard.bank();
        }
        String fingers = with.getOrDefault("fingers", "0");
        if (!fingers.matches("[012]")) {
            throw new Refused("\"fingers\" is 0, 1 or 2, not \"" + fingers + "\"");
        }
        return PretendCard.of(people.of(with), as)
                .fingers(Integer.parseInt(fingers))
                .movedTo(with.getOrDefault("newAddress", ""));
    }

    private static int status(Map<String, String> with) throws Refused {
        String sw = with.getOrDefault("sw", "60");
        if (!sw.matches("[0-9a-fA-F]{2}") || sw.equals("00")) {
            throw new Refused("\"sw\" is a status byte in hexadecimal such as 60, not \"" + sw + "\"");
        }
        return Integer.parseInt(sw, 16);
    }

    @Override
    public String id() {
        return "id-reader";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_READER;
    }

    @Override
    public String driver() {
        return "sam-serial";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(plug.settings());
        settings.put("poll-ms", "300");
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
        return plate.sick() == 0 ? Status.ONLINE : Status.HARDWARE_ERROR;
    }

    @Override
    public Map<String, String> about() {
        return Map.of("card", plate.label().orElse(""), "trouble", trouble.words());
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
