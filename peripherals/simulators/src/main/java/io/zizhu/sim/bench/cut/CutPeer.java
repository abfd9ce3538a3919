package io.zizhu.sim.bench.cut;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.TcpDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on a TCP port, with a port of its own before it: what passes there can end the terminal. The device behind is
 * what it was; a terminal that is bound by {@link #settings()} goes through this door. Any thread.
 */
public final class CutPeer implements Peer {
    private static final Logger LOG = LoggerFactory.getLogger(CutPeer.class);

    private final CutBook book;
    private final Peer real;
    private final int port;
    private final TcpDoor door;

    /**
     * Opens the port.
     *
     * @param real the device; this one closes it
     * @param port where it listens
     */
    public CutPeer(CutBook book, Peer real, int port) {
        this.book = book;
        this.real = real;
        this.port = port;
        this.door = new TcpDoor("cut-" + real.id(), 0, false, this::welcome).open();
    }

    private TcpDoor.Talk welcome(Socket call) throws IOException {
        Socket device = new Socket(InetAddress.getLoopbackAddress(), port);
        device.setTcpNoDelay(true);
        Marks marks = real.kind() == DeviceKind.PAY_PAD ? new ZvtMarks() : new TurnMarks();
        var line = new CutLine(book, real.id(), marks);
        OutputStream heard = line.onwards(device.getOutputStream());
        OutputStream said = line.from(call.getOutputStream());
        InputStream voice = device.getInputStream();
        InputStream wire = call.getInputStream();
        Thread.ofVirtual().name("cut-" + real.id() + "-out").start(() -> carry(voice, said, device, call));
        return () -> carry(wire, heard, device, call);
    }

    /** Until one end goes; then the other goes, too. */
    private static void carry(InputStream from, OutputStream to, Socket device, Socket call) {
        try (device;
                call) {
            byte[] piece = new byte[8192];
            for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
                to.write(piece, 0, length);
                to.flush();
            }
        } catch (IOException gone) {
            LOG.debug("{}", gone.getMessage());
        }
    }

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public DeviceKind kind() {
        return real.kind();
    }

    @Override
    public String driver() {
        return real.driver();
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(real.settings());
        String behind = Integer.toString(port);
        String before = Integer.toString(door.port());
        settings.computeIfPresent("port", (_, value) -> value.equals(behind) ? before : value);
        for (String key : List.of("uri", "source")) {
            settings.computeIfPresent(key, (_, value) -> value.replace(":" + behind, ":" + before));
        }
        return settings;
    }

    @Override
    public Status state() {
        return real.state();
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        real.act(act, with);
    }

    @Override
    public Map<String, String> about() {
        return real.about();
    }

    @Override
    public Optional<byte[]> picture() {
        return real.picture();
    }

    @Override
    public Tape tape() {
        return real.tape();
    }

    @Override
    public List<Out> out() {
        return real.out();
    }

    @Override
    public void close() {
        door.close();
        real.close();
    }
}
