package io.zizhu.sim.peer.camera;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.TcpDoor;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.people.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A camera at a TCP port of the loopback, before faces or over a tray for documents. The wire: whoever connects gets
 * frames until it closes, 8 a second; a frame is its length as four bytes, big endian, then that many bytes of JPEG (640
 * by 480; 1280 by 960 over the tray). Nothing is ever read. Each second's frames carry the second in a comment, so that
 * no picture repeats to the byte for long, as with a live camera.
 *
 * <p>Acts of the face camera: {@code show {person}} · {@code show {person, as: photo|two|live-2|turn-left|…}} (two:
 * with {@code other} or the next person) · {@code show {as: nobody}} · {@code nobody}. Of the document camera:
 * {@code show {document: household|lease|employment|card, person, as: still|moving}} · {@code remove}. Of both:
 * {@code cover} · {@code uncover} · {@code dark} · {@code bright} · {@code shrink {on}} (half the size) · {@code freeze}
 * (the same frame for ever) · {@code hang} (the line stands, nothing comes) · {@code noise} (frames that are no JPEG) ·
 * {@code slow} (a frame every 1.5 s) · {@code clear} · {@code unplug} · {@code replug}.
 *
 * <p>One virtual thread a viewer; plugging, and what is shown, are guarded by the own monitor.
 */
public final class CameraPeer implements Peer {
    private static final long FRAME_NANOS = 125_000_000L;
    private static final long SLOW_NANOS = 1_500_000_000L;
    private static final int TAPED = 16;

    private final Role role;
    private final People people;
    private final TcpDoor door;
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private Stage shown;
    private Optics optics = Optics.CLEAR;
    private boolean halved;
    private volatile Stage stage;
    private volatile Optional<byte[]> frozen = Optional.empty();

    private enum Role {
        FACE,
        DOCUMENT
    }

    private CameraPeer(int port, People people, Role role) {
        this.role = role;
        this.people = people;
        this.shown = role == Role.FACE ? Stage.nobody() : Stage.tray();
        this.stage = shown;
        this.door = new TcpDoor("camera", port, false, viewer -> () -> stream(viewer)).open();
    }

    /** @param port 0 for any free one; an {@link UncheckedIOException} where it is taken */
    public static CameraPeer face(int port, People people) {
        return new CameraPeer(port, people, Role.FACE);
    }

    /** @param port 0 for any free one; an {@link UncheckedIOException} where it is taken */
    public static CameraPeer document(int port, People people) {
        return new CameraPeer(port, people, Role.DOCUMENT);
    }

    private void stream(Socket viewer) throws IOException {
        Random garbage = new Random(3);
        OutputStream out = viewer.getOutputStream();
        while (true) {
            if (!trouble.hangs()) {
                byte[] jpeg = frozen.orElseGet(this::live);
                if (trouble.noisy()) {
                    jpeg = new byte[500];
                    garbage.nextBytes(jpeg);
                }
                byte[] frame = ByteBuffer.allocate(4 + jpeg.length)
                        .putInt(jpeg.length)
                        .put(jpeg)
                        .array();
                tape.out(frame, TAPED);
                out.write(frame);
                out.flush();
            }
            LockSupport.parkNanos(trouble.slows() ? SLOW_NANOS : FRAME_NANOS);
        }
    }

    /** The picture of now, with the second in a comment (FF FE, length, eight bytes) behind the JPEG's first marker. */
    private byte[] live() {
        long now = System.nanoTime() / 1_000_000L;
        byte[] jpeg = stage.frame(now);
        return ByteBuffer.allocate(jpeg.length + 12)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) 10)
                .putLong(now / 1000)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "show" -> show(role == Role.FACE ? staged(with) : laid(with), Optics.CLEAR, halved);
            case "nobody", "remove" -> show(role == Role.FACE ? Stage.nobody() : Stage.tray(), Optics.CLEAR, halved);
            case "cover" -> show(shown, Optics.COVERED, halved);
            case "dark" -> show(shown, Optics.DARK, halved);
            case "bright" -> show(shown, Optics.BRIGHT, halved);
            case "uncover" -> show(shown, Optics.CLEAR, halved);
            case "shrink" -> show(shown, optics, !"false".equals(with.get("on")));
            case "freeze" -> frozen = Optional.of(live());
            case "clear" -> {
                trouble.calm();
                frozen = Optional.empty();
                show(shown, Optics.CLEAR, false);
            }
            case "unplug" -> door.unplug();
            case "replug" -> replug();
            default -> throw new Refused("a camera knows no \"" + act + "\"");
        }
    }

    private synchronized void show(Stage what, Optics through, boolean small) {
        shown = what;
        optics = through;
        halved = small;
        stage = what.through(through, small);
    }

    private Stage laid(Map<String, String> with) throws Refused {
        String word = with.getOrDefault("document", "household");
        Sheet sheet = Arrays.stream(Sheet.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused("\"document\" is one of " + Sheet.words() + ", not \"" + word + "\""));
        return Stage.sheet(
                sheet, people.of(with), with.getOrDefault("as", "still").equals("moving"));
    }

    private Stage staged(Map<String, String> with) throws Refused {
        String as = with.getOrDefault("as", "person");
        if (as.equals("nobody")) {
            return Stage.nobody();
        }
        Person person = people.of(with);
        return switch (as) {
            case "person" -> Stage.person(person);
            case "photo" -> Stage.photo(person);
            case "two" -> Stage.two(person, with.containsKey("other") ? people.named(with.get("other")) : next(person));
            default -> {
                if (!as.matches("[a-z0-9-]{1,20}")) {
                    throw new Refused("\"as\" is photo, two, nobody or the name of a picture, not \"" + as + "\"");
                }
                yield Stage.pose(person, as);
            }
        };
    }

    private Person next(Person person) {
        List<Person> all = people.all();
        return all.get((all.indexOf(person) + 1) % all.size());
    }

    private void replug() throws Refused {
        if (!door.plugged()) {
            trouble.calm();
            frozen = Optional.empty();
        }
        door.plug();
    }

    @Override
    public String id() {
        return role == Role.FACE ? "face-camera" : "document-camera";
    }

    @Override
    public DeviceKind kind() {
        return role == Role.FACE ? DeviceKind.FACE_CAMERA : DeviceKind.DOCUMENT_CAMERA;
    }

    @Override
    public String driver() {
        return role == Role.FACE ? "face-opencv" : "document-opencv";
    }

    @Override
    public Map<String, String> settings() {
        boolean face = role == Role.FACE;
        return Map.of(
                "source", "tcp:127.0.0.1:" + door.port(),
                "width", String.valueOf(face ? Stage.WIDTH : Sheet.WIDTH),
                "height", String.valueOf(face ? Stage.HEIGHT : Sheet.HEIGHT));
    }

    @Override
    public Status state() {
        if (!door.plugged()) {
            return Status.NO_DEVICE;
        }
        return trouble.hangs() ? Status.OFFLINE : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        String words = (trouble.words() + (frozen.isPresent() ? " frozen" : "")).strip();
        return Map.of("showing", stage.label(), "trouble", words);
    }

    @Override
    public Optional<byte[]> picture() {
        return Optional.of(stage.frame(System.nanoTime() / 1_000_000L));
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
        door.close();
    }
}
