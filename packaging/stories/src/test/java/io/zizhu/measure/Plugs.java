package io.zizhu.measure;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.DeviceId;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.keep.Keeper;
import io.zizhu.driver.link.SerialLink;
import io.zizhu.driver.sam.PhotoDecoder;
import io.zizhu.driver.sam.SamDriver;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.sim.peer.sam.SamPeer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A card reader that loses its plug and gets it back, in the field's rhythm, beside a bare serial port in the same run: its
 * disconnect sign, and opening it again as often as it will.
 */
final class Plugs {
    private static final int ROUNDS = 5;

    /** How long the plug stays out: longer than the keeper's first pauses together. */
    private static final long OUT_NANOS = 4_000_000_000L;

    private final Path folder;

    Plugs(Path folder) {
        this.folder = folder;
    }

    List<Row> rows() throws Exception {
        Samples away = new Samples();
        Samples back = new Samples();
        Samples bareAway = new Samples();
        Samples bareBack = new Samples();
        try (Scratch scratch = Scratch.named("plugs");
                Pty pty = new Pty(scratch.place().resolve("id-reader"));
                SamPeer peer = new SamPeer(People.load(folder))) {
            pty.replug(peer::serve);
            kept(pty, peer, away, back);
            for (int i = 0; i < ROUNDS; i++) {
                bare(pty, peer, bareAway, bareBack);
            }
        }
        return List.of(
                new Row(
                        "unplug to event, slowest of " + ROUNDS,
                        away.at(1),
                        bareAway.at(1),
                        "ms",
                        "jSerialComm's own sign"),
                new Row(
                        "replug after 4 s to online and probed, slowest of " + ROUNDS,
                        back.at(1),
                        bareBack.at(1),
                        "ms",
                        "opening the port every 10 ms, nobody asked"));
    }

    private static void kept(Pty pty, SamPeer peer, Samples away, Samples back) throws Exception {
        LinkedBlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        Binding binding = new Binding(new DeviceId("id-reader"), "sam-serial", pty.settings());
        SamDriver driver = new SamDriver(SerialLink::plug, PhotoDecoder.none());
        try (Keeper<CardReader> keeper =
                new Keeper<>(CardReader.class, driver, binding, InstantSource.system(), heard::add)) {
            until(heard, change -> change.now().online());
            for (int i = 0; i < ROUNDS; i++) {
                long pulled = System.nanoTime();
                pty.unplug();
                until(heard, change -> !change.now().online());
                away.addNanos(System.nanoTime() - pulled);
                LockSupport.parkNanos(OUT_NANOS);
                long put = System.nanoTime();
                pty.replug(peer::serve);
                until(heard, change -> change.now().online());
                back.addNanos(System.nanoTime() - put);
            }
        }
    }

    private static void until(LinkedBlockingQueue<Change> heard, Predicate<Change> fact) throws InterruptedException {
        Change change = heard.poll(60, TimeUnit.SECONDS);
        while (change != null && !fact.test(change)) {
            change = heard.poll(60, TimeUnit.SECONDS);
        }
        if (change == null) {
            throw new IllegalStateException("nothing was told within a minute");
        }
    }

    private static void bare(Pty pty, SamPeer peer, Samples away, Samples back) throws Exception {
        String path = pty.settings().get("port");
        SerialPort port = SerialPort.getCommPort(path);
        if (!port.openPort()) {
            throw new IllegalStateException(path + " does not open");
        }
        CountDownLatch gone = new CountDownLatch(1);
        port.addDataListener(new Sign(port, gone));
        long pulled = System.nanoTime();
        pty.unplug();
        if (!gone.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the port gave no sign");
        }
        away.addNanos(System.nanoTime() - pulled);
        long put = System.nanoTime();
        pty.replug(peer::serve);
        while (!opens(path)) {
            LockSupport.parkNanos(10_000_000);
        }
        back.addNanos(System.nanoTime() - put);
    }

    private static boolean opens(String path) {
        try {
            SerialPort port = SerialPort.getCommPort(path);
            return port.openPort() && port.closePort();
        } catch (SerialPortInvalidPortException absent) {
            return false;
        }
    }

    /** Closes at the first sign, or it would be told without end (Fazecast/jSerialComm#481). */
    private record Sign(SerialPort port, CountDownLatch gone) implements SerialPortDataListener {
        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            port.closePort();
            gone.countDown();
        }
    }
}
