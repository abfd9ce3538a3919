package io.zizhu.driver;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.MemoryLink;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import io.zizhu.driver.link.TcpLink;
import io.zizhu.driver.link.UsbLink;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.tck.Rig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A simulator's peer at the far end of a line, in memory, over a pseudo terminal or TCP, with a tripwire in the line: an act
 * can wait for the bytes that mark the middle of a job.
 */
public final class LineRig implements Rig {
    private final Peer peer;
    private final Speaker speaker;
    private final byte[] middle;
    private final Driver driver;
    private final Optional<SerialPlug> socket;
    private final Map<String, String> settings;
    private final Set<String> without = new HashSet<>();
    private volatile Optional<MemoryLink> line = Optional.empty();
    private volatile boolean plugged = true;
    private volatile Runnable armed = () -> {};
    private volatile boolean isArmed;

    /** @param socket where a driver plugs in from outside, empty for a line in memory */
    private LineRig(
            Peer peer,
            Speaker speaker,
            byte[] middle,
            Function<Plug, Driver> driver,
            Optional<SerialPlug> socket,
            Optional<Plug> plug)
            throws Exception {
        this.peer = peer;
        this.speaker = speaker;
        this.middle = middle;
        this.socket = socket;
        this.driver = driver.apply(plug.orElse(this::open));
        this.settings = new HashMap<>(socket.map(SerialPlug::settings).orElse(Map.of("port", "memory")));
        if (socket.isPresent()) {
            socket.get().replug(this::serve);
        }
    }

    /**
     * Serves the peer in memory.
     *
     * @param middle the bytes whose arrival means: in the middle of a job
     */
    public static <P extends Peer & Speaker> LineRig inMemory(P peer, byte[] middle, Function<Plug, Driver> driver)
            throws Exception {
        return new LineRig(peer, peer, middle, driver, Optional.empty(), Optional.empty());
    }

    /**
     * Serves the peer in memory behind the real {@code UsbLink}.
     *
     * @param usual the endpoint map, and the binding's {@code usb}
     * @param head how many bytes of each answer come on the first IN endpoint; 0 where there is only one
     */
    public static <P extends Peer & Speaker> LineRig onUsb(
            P peer, byte[] middle, Function<Plug, Driver> driver, UsbLink.Usual usual, int head) throws Exception {
        AtomicReference<Plug> memory = new AtomicReference<>();
        Plug usb = binding -> UsbLink.over(new PretendUsb(memory.get().open(binding), head), binding, usual);
        LineRig rig = new LineRig(peer, peer, middle, driver, Optional.empty(), Optional.of(usb));
        memory.set(rig::open);
        rig.settings.clear();
        rig.settings.put("usb", usual.usb());
        return rig;
    }

    public static <P extends Peer & Speaker> LineRig onPty(
            P peer, byte[] middle, Function<Plug, Driver> driver, Path folder) throws Exception {
        return new LineRig(
                peer,
                peer,
                middle,
                driver,
                Optional.of(new Pty(folder.resolve("line"))),
                Optional.of(SerialLink::plug));
    }

    /** @param socket where the driver plugs in, and how */
    public static <P extends Peer & Speaker> LineRig on(
            SerialPlug socket, Plug plug, P peer, byte[] middle, Function<Plug, Driver> driver) throws Exception {
        return new LineRig(peer, peer, middle, driver, Optional.of(socket), Optional.of(plug));
    }

    public static <P extends Peer & Speaker> LineRig onTcp(P peer, byte[] middle, Function<Plug, Driver> driver)
            throws Exception {
        return new LineRig(peer, peer, middle, driver, Optional.of(new TcpPlug()), Optional.of(TcpLink::plug));
    }

    public LineRig with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Says that this wire has no meaning for an act: the kit leaves its tests out. */
    public LineRig without(String... acts) {
        without.addAll(Set.of(acts));
        return this;
    }

    @Override
    public boolean offers(String act) {
        return !without.contains(act);
    }

    private Link open(Binding binding) throws DeviceAway {
        if (!settings.containsKey("usb")) {
            binding.setting("port");
        }
        if (!plugged) {
            throw new DeviceAway(Fault.Kind.LOST, "memory: no such port");
        }
        if (line.isPresent() && !line.get().closed()) {
            throw new DeviceAway(Fault.Kind.BUSY, "memory: in use");
        }
        MemoryLink now = new MemoryLink();
        line = Optional.of(now);
        Thread.ofVirtual().name("peer " + peer.id()).start(() -> {
            try {
                serve(now.farInput(), now.farOutput());
            } catch (IOException unplugged) {
                now.close();
            }
        });
        return now;
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        speaker.serve(new Tripwire(in), out);
    }

    @Override
    public Driver driver() {
        return driver;
    }

    @Override
    public Binding binding() {
        return new Binding(new DeviceId(peer.id()), driver.id(), settings);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Exception {
        if (act.equals("unplug")) {
            unplug();
        } else if (act.equals("replug")) {
            for (String trouble : new String[] {"hang", "noise", "slow"}) {
                peer.act(trouble, Map.of("on", "false"));
            }
            if (socket.isPresent()) {
                socket.get().replug(this::serve);
            }
            plugged = true;
        } else {
            peer.act(act, with);
        }
    }

    private void unplug() throws Exception {
        plugged = false;
        if (socket.isPresent()) {
            socket.get().unplug();
        } else {
            line.ifPresent(MemoryLink::close);
        }
    }

    @Override
    public void midway(String act, Map<String, String> with) {
        armed = () -> {
            try {
                act(act, with);
            } catch (Exception broken) {
                throw new AssertionError("the rig cannot " + act, broken);
            }
        };
        isArmed = true;
    }

    @Override
    public void close() {
        line.ifPresent(MemoryLink::close);
        socket.ifPresent(SerialPlug::close);
    }

    /** Hands bytes on up to the mark, acts, hands on the rest. */
    private final class Tripwire extends InputStream {
        private final InputStream in;
        private byte[] held = {};
        private int seen;

        Tripwire(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (held.length > 0) {
                byte[] rest = held;
                held = new byte[0];
                isArmed = false;
                armed.run();
                System.arraycopy(rest, 0, into, offset, rest.length);
                return rest.length;
            }
            int came = in.read(into, offset, length);
            for (int at = 0; isArmed && at < came; at++) {
                seen = into[offset + at] == middle[seen] ? seen + 1 : into[offset + at] == middle[0] ? 1 : 0;
                if (seen == middle.length) {
                    seen = 0;
                    return split(into, offset, at, came);
                }
            }
            return came;
        }

        /** The byte that completes the mark and all after it wait for the act. */
        private int split(byte[] into, int offset, int at, int came) throws IOException {
            held = Arrays.copyOfRange(into, offset + at, offset + came);
            return at > 0 ? at : read(into, offset, came);
        }
    }
}
