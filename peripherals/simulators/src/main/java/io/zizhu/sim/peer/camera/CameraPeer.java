package io.zizhu.sim.peer.camera;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.people.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera at a TCP port of the loopback. The wire: whoever connects gets frames until it closes, 8 a second; a frame
 * is its length as four bytes, big endian, then that many bytes of JPEG (640 by 480). Nothing is ever read.
 *
 * <p>Acts: {@code show {person}} · {@code show {person, as: photo|two|live-2|turn-left|…}} (two: with {@code other} or
 * the next person) · {@code show {as: nobody}} · {@code nobody} · {@code cover} · {@code hang} (the line stands,
 * nothing comes) · {@code noise} (frames that are no JPEG) · {@code slow} (a frame every 1.5 s) · {@code clear} ·
 * {@code unplug} · {@code replug}.
 *
 * <p>One virtual thread a viewer; plugging is guarded by the own monitor.
 */
public final class CameraPeer implements Peer {
    private static final Logger LOG = LoggerFactory.getLogger(CameraPeer.class);
    private static final long FRAME_NANOS = 125_000_000L;
    private static final long SLOW_NANOS = 1_500_000_000L;
    private static final int TAPED = 16;

    private final People people;
    private final int port;
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final List<Socket> viewers = new ArrayList<>();
    private Optional<Door> door;
    private volatile Stage stage = Stage.nobody();

    private record Door(ServerSocket listening, Thread porter) {}

    /** @param port 0 for any free one; an {@link UncheckedIOException} where it is taken */
    public CameraPeer(int port, People people) {
        this.people = people;
        try {
            Door opened = open(port == 0 ? Ports.free() : port);
            this.port = opened.listening().getLocalPort();
            this.door = Optional.of(opened);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port, taken);
        }
    }

    private Door open(int wanted) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        return new Door(listening, Thread.ofVirtual().name("camera door").start(() -> welcome(listening)));
    }

    private void welcome(ServerSocket listening) {
        try {
            while (true) {
                Socket viewer = listening.accept();
                viewer.setTcpNoDelay(true);
                admit(viewer);
            }
        } catch (IOException closed) {
            LOG.debug("camera door: {}", closed.getMessage());
        }
    }

    private synchronized void admit(Socket viewer) throws IOException {
        if (door.isEmpty()) {
            viewer.close();
            return;
        }
        viewers.add(viewer);
        Thread.ofVirtual().name("camera viewer").start(() -> stream(viewer));
    }

    private void stream(Socket viewer) {
        Random garbage = new Random(3);
        try (viewer) {
            OutputStream out = viewer.getOutputStream();
            while (true) {
                if (!trouble.hangs()) {
                    byte[] jpeg = stage.frame(System.nanoTime() / 1_000_000L);
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
        } catch (IOException gone) {
            LOG.debug("camera viewer: {}", gone.getMessage());
        }
        forget(viewer);
    }

    private synchronized void forget(Socket viewer) {
        viewers.remove(viewer);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "show" -> stage = staged(with);
            case "nobody" -> stage = Stage.nobody();
            case "cover" -> stage = Stage.covered();
            case "clear" -> trouble.calm();
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> throw new Refused("a camera knows no \"" + act + "\"");
        }
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

    private void unplug() throws Refused {
        if (!pull()) {
            throw new Refused("it is unplugged");
        }
    }

    /** Returns once nobody can connect any more: the port lives until its porter has left it. */
    private boolean pull() {
        Optional<Door> was = closeAll();
        was.ifPresent(closed -> {
            try {
                closed.porter().join(Duration.ofSeconds(2));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        return was.isPresent();
    }

    private synchronized Optional<Door> closeAll() {
        Optional<Door> was = door;
        door = Optional.empty();
        was.ifPresent(closed -> shut(closed.listening()));
        List.copyOf(viewers).forEach(CameraPeer::shut);
        viewers.clear();
        return was;
    }

    private synchronized void replug() throws Refused {
        if (door.isPresent()) {
            throw new Refused("it is plugged in");
        }
        trouble.calm();
        try {
            door = Optional.of(open(port));
        } catch (IOException taken) {
            throw new Refused("port " + port + ": " + taken.getMessage());
        }
    }

    @Override
    public String id() {
        return "face-camera";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FACE_CAMERA;
    }

    @Override
    public String driver() {
        return "face-opencv";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("source", "tcp:127.0.0.1:" + port);
    }

    @Override
    public synchronized Status state() {
        if (door.isEmpty()) {
            return Status.NO_DEVICE;
        }
        return trouble.hangs() ? Status.OFFLINE : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        return Map.of("showing", stage.label(), "trouble", trouble.words());
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
        pull();
    }

    private static void shut(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException already) {
            LOG.debug("camera: {}", already.getMessage());
        }
    }
}
