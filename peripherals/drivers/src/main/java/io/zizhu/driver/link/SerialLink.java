package io.zizhu.driver.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A serial line 8N1, or 8N2 where asked, by path (a stable symlink such as {@code /dev/zizhu/id-reader}, or a PTY), opened exclusively.
 *
 * <p>Reads come in on jSerialComm's own event thread, writes go out on one platform thread of this link, so the owner's
 * virtual thread never sits in native code. After an unplug jSerialComm repeats its disconnect event without end while
 * the port stays open (Fazecast/jSerialComm#481); so the first sign closes the port inside the listener, once. A port
 * object is never opened again: every attempt makes a new one.
 */
public final class SerialLink implements Link {
    /** The speeds a binding may ask for. */
    private static final int[] SPEEDS = {9600, 19200, 38400, 57600, 115200};

    private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final String path;
    private final SerialPort port;
    private final Inbox inbox = new Inbox();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger disconnects = new AtomicInteger();
    private final ExecutorService writer;

    private SerialLink(String path, SerialPort port) {
        this.path = path;
        this.port = port;
        writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("serial-" + path).factory());
    }

    /** Opens what the settings {@code port}, {@code baud} (115200) and {@code stop-bits} (1) name; a {@link Plug}. */
    public static Link plug(Binding binding) throws DeviceAway {
        int baud = binding.number("baud", 115200, 9600, 115200);
        if (Arrays.stream(SPEEDS).noneMatch(speed -> speed == baud)) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/baud: " + baud + " is none of " + Arrays.toString(SPEEDS));
        }
        return open(binding.setting("port"), baud, binding.number("stop-bits", 1, 1, 2));
    }

    /**
     * Whether the path in a setting is there; for a driver's {@link io.zizhu.device.Driver#there}.
     *
     * @param key {@code port}, or what the driver calls it
     */
    public static Optional<Boolean> there(Binding binding, String key) {
        return binding.find(key).filter(port -> port.startsWith("/")).map(port -> Files.exists(Path.of(port)));
    }

    /** @throws DeviceAway {@code LOST} where the port is absent, {@code BUSY} where it is there and does not open */
    public static SerialLink open(String path, int baud) throws DeviceAway {
        return open(path, baud, 1);
    }

    private static SerialLink open(String path, int baud, int stopBits) throws DeviceAway {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException absent) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, gone(path)), absent);
        }
        int stop = stopBits == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
        port.setComPortParameters(baud, 8, stop, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort()) {
            throw new DeviceAway(
                    Fault.Kind.BUSY,
                    path + ": does not open, error " + port.getLastErrorCode() + "; in use, or no right");
        }
        SerialLink link = new SerialLink(path, port);
        port.addDataListener(link.new Ear());
        return link;
    }

    /** One text for every way a port can be gone, so that one unplug is told as one change. */
    private static String gone(String path) {
        return path + ": unplugged";
    }

    @Override
    public void send(byte[] bytes) throws DeviceAway {
        if (inbox.ended()) {
            throw lost(null);
        }
        try {
            if (!writer.submit(() -> write(bytes)).get(WRITE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw lost(null);
            }
        } catch (TimeoutException stuck) {
            throw new DeviceAway(new Fault(Fault.Kind.SILENT, path + ": takes no bytes"), stuck);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw lost(stop);
        } catch (ExecutionException | RejectedExecutionException trouble) {
            throw lost(trouble);
        }
    }

    private boolean write(byte[] bytes) {
        int sent = 0;
        while (sent < bytes.length) {
            int now = port.writeBytes(bytes, bytes.length - sent, sent);
            if (now <= 0) {
                return false; // an unplugged port takes 0 bytes without any error
            }
            sent += now;
        }
        return true;
    }

    private DeviceAway lost(@Nullable Throwable cause) {
        Fault fault = new Fault(Fault.Kind.LOST, gone(path));
        return cause == null ? new DeviceAway(fault) : new DeviceAway(fault, cause);
    }

    @Override
    public byte[] receive(Patience patience) throws DeviceAway {
        return inbox.take(patience);
    }

    @Override
    public void drain() {
        inbox.drain();
    }

    /** How many disconnect signs the port gave; for the test that it is never more than one. */
    int disconnects() {
        return disconnects.get();
    }

    @Override
    public void close() {
        inbox.end(new Fault(Fault.Kind.LOST, path + ": closed"));
        letGo();
        inbox.drain();
    }

    /** Closes the port once, for whoever comes first; a native close that sticks holds up nobody for long. */
    private void letGo() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Thread closer = Thread.ofPlatform().daemon().name("close-" + path).start(port::closePort);
        writer.shutdownNow();
        try {
            closer.join(CLOSE_LIMIT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears the port, on jSerialComm's event thread. */
    private final class Ear implements SerialPortDataListener {
        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_DATA_AVAILABLE | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            if (event.getEventType() == SerialPort.LISTENING_EVENT_PORT_DISCONNECTED) {
                disconnects.incrementAndGet();
                unplugged();
                return;
            }
            int waiting = port.bytesAvailable();
            byte[] chunk = new byte[Math.max(0, waiting)];
            int came = waiting > 0 ? port.readBytes(chunk, waiting) : waiting;
            if (came < 0) {
                unplugged();
            } else if (came > 0) {
                inbox.put(came == chunk.length ? chunk : Arrays.copyOf(chunk, came));
            }
        }

        /** The first sign closes, here on the event thread: from anywhere else the storm would run meanwhile. */
        private void unplugged() {
            inbox.end(new Fault(Fault.Kind.LOST, gone(path)));
            if (closed.compareAndSet(false, true)) {
                port.closePort();
                writer.shutdownNow();
            }
        }
    }
}
