package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.profile.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pair of USB bulk pipes, or two pairs where a device sends the head of its frames on one endpoint and the rest on
 * another (SAM_V does).
 *
 * <p>Every native call of a link runs on one platform thread of its own, in short turns: so the owner's virtual thread
 * never sits in native code, a cancel is noticed within {@value #TURN_MILLIS} ms, and a handle is never closed under a
 * running transfer. Nothing listens for plugs: a device is looked for when it is opened, and an unplug is heard from the
 * next transfer, once. A call that does not come back ends the link, not its owner.
 */
public final class UsbLink implements Link {
    /** Opens a port; runs on the link's own thread. */
    @FunctionalInterface
    interface Opening {
        Opened open() throws DeviceAway;
    }

    /** What was found: the port, and the endpoints in turn. */
    record Opened(UsbPort port, List<UsbPlace.Lane> out, List<UsbPlace.Lane> in) {}

    /**
     * The settings of a protocol where a binding names none.
     *
     * @param usb VID:PID
     * @param out OUT endpoints in turn, such as {@code 02:7,06}: of each send 7 bytes to 02, all the rest to 06
     * @param in IN endpoints in turn, such as {@code 81:7,85}: of each answer 7 bytes from 81, then from 85
     */
    public record Usual(String usb, String out, String in) {}

    private static final Logger LOG = LoggerFactory.getLogger(UsbLink.class);
    private static final int TURN_MILLIS = 50;
    private static final int FLUSH_MILLIS = 1;
    private static final int FLUSH_PACKETS = 256;
    private static final int OPEN_MILLIS = 3_000;
    private static final int WRITE_MILLIS = 5_000;
    private static final int ASK_MILLIS = 1_000;
    private static final int PIECE = 4_096;
    private static final int PORT_STATUS = 1;
    private static final Duration STUCK = Duration.ofSeconds(3);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
    private static final byte[] NONE = {};

    private final String words;
    private final UsbPort port;
    private final List<UsbPlace.Lane> out;
    private final List<UsbPlace.Lane> in;
    private final ExecutorService worker;
    private final AtomicReference<@Nullable Fault> end = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int lane; // the worker's own, like the next
    private int came;

    private UsbLink(String words, Opened opened, ExecutorService worker) {
        this.words = words;
        this.port = opened.port();
        this.out = opened.out();
        this.in = opened.in();
        this.worker = worker;
    }

    /**
     * Opens the device that the settings {@code usb}, {@code serial}, {@code interface}, {@code out} and {@code in} name.
     *
     * @throws DeviceAway {@code LOST} where it is absent, {@code BUSY} where somebody else has it or there is no right
     */
    public static Link open(Binding binding, Usual otherwise) throws DeviceAway {
        UsbPlace place = UsbPlace.of(binding, otherwise);
        return open(place.words(), () -> LibUsbPort.open(place));
    }

    /** Opens a device of the printer class (07) by its class; {@code usb} and {@code serial} where there are more; a {@link Plug}. */
    public static Link printer(Binding binding) throws DeviceAway {
        UsbPlace place = UsbPlace.printer(binding);
        return open(place.words(), () -> LibUsbPort.open(place));
    }

    /** Opens what stands behind another library, or a far end in memory. */
    public static Link over(UsbPort port, Binding binding, Usual otherwise) throws DeviceAway {
        UsbPlace place = UsbPlace.of(binding, otherwise);
        return open(place.words(), () -> new Opened(port, place.out(), place.in()));
    }

    /** What {@link #open} reads, for a driver's profile. */
    public static List<Setting> settings(Usual otherwise) {
        return UsbPlace.settings(otherwise);
    }

    /** What {@link #printer} reads, for a driver's profile. */
    public static List<Setting> printerSettings() {
        return UsbPlace.printerSettings();
    }

    private static UsbLink open(String words, Opening opening) throws DeviceAway {
        ExecutorService worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(words).factory());
        Future<Opened> opened = worker.submit(opening::open);
        try {
            return new UsbLink(words, await(opened, OPEN_MILLIS, words), worker);
        } catch (DeviceAway | RuntimeException trouble) {
            worker.execute(() -> letGo(opened)); // behind an opening that stuck, in case it ever ends
            worker.shutdown();
            throw trouble;
        }
    }

    private static void letGo(Future<Opened> opened) {
        if (opened.state() == Future.State.SUCCESS) {
            opened.resultNow().port().close();
        }
    }

    /**
     * In turn over the OUT endpoints; a new question is a new turn of the IN endpoints too. A printer that takes its bytes
     * at the speed of its paper is waited for, as long as it takes some.
     */
    @Override
    public void send(byte[] bytes) throws DeviceAway {
        run(0, this::beginTurn);
        int sent = 0;
        for (UsbPlace.Lane to : out) {
            int until = to.count() == 0 ? bytes.length : Math.min(bytes.length, sent + to.count());
            while (sent < until) {
                byte[] piece = Arrays.copyOfRange(bytes, sent, Math.min(until, sent + PIECE));
                int now = run(WRITE_MILLIS, () -> port.write(to.endpoint(), piece, WRITE_MILLIS));
                Arrays.fill(piece, (byte) 0);
                if (now <= 0) {
                    throw new DeviceAway(Fault.Kind.SILENT, words + ": takes no bytes");
                }
                sent += now;
            }
        }
    }

    private boolean beginTurn() {
        lane = 0;
        came = 0;
        return true;
    }

    @Override
    public byte[] receive(Patience patience) throws DeviceAway {
        byte[] chunk = NONE;
        do {
            int turn = Math.clamp(patience.leftMillis(), 1, TURN_MILLIS);
            chunk = run(turn, () -> read(turn));
        } while (chunk.length == 0 && !patience.over());
        return chunk;
    }

    private byte[] read(int millis) throws DeviceAway {
        UsbPlace.Lane from = in.get(lane);
        byte[] chunk = port.read(from.endpoint(), millis);
        came += chunk.length;
        if (from.count() > 0 && came >= from.count() && lane + 1 < in.size()) {
            lane++;
            came = 0;
        }
        return chunk;
    }

    /** What waits inside the device is fetched and thrown away; trouble is told by the next word on this link. */
    @Override
    public void drain() {
        try {
            run(in.size() * FLUSH_PACKETS * FLUSH_MILLIS, this::flush);
        } catch (DeviceAway told) {
            end.compareAndSet(null, told.fault());
        }
    }

    private boolean flush() throws DeviceAway {
        for (UsbPlace.Lane from : in) {
            byte[] late = port.read(from.endpoint(), FLUSH_MILLIS);
            for (int packets = 1; late.length > 0 && packets < FLUSH_PACKETS; packets++) {
                Arrays.fill(late, (byte) 0);
                late = port.read(from.endpoint(), FLUSH_MILLIS);
            }
        }
        return true;
    }

    /**
     * GET_PORT_STATUS of the printer class: what the port says where the printer's own protocol is silent.
     *
     * @throws DeviceAway {@code SILENT} where it does not answer
     */
    public PortStatus portStatus() throws DeviceAway {
        byte[] answer = run(ASK_MILLIS, () -> port.ask(PORT_STATUS, 1, ASK_MILLIS));
        if (answer.length < 1) {
            throw new DeviceAway(Fault.Kind.SILENT, words + ": GET_PORT_STATUS: no answer");
        }
        return PortStatus.of(answer[0]);
    }

    /** @param millis how long the native calls of this job may take by themselves */
    private <T> T run(int millis, Callable<T> job) throws DeviceAway {
        Fault why = end.get();
        if (why != null) {
            throw new DeviceAway(why);
        }
        try {
            return await(worker.submit(job), millis, words);
        } catch (RejectedExecutionException closing) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, words + ": closed"), closing);
        } catch (DeviceAway away) {
            if (away.fault().kind() != Fault.Kind.GARBLED) {
                end.compareAndSet(null, away.fault());
            }
            throw away;
        }
    }

    /** Waits for the link's thread, but never for ever: a native call that sticks is left behind with its thread. */
    private static <T> T await(Future<T> result, int millis, String words) throws DeviceAway {
        try {
            return result.get(millis + STUCK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            throw new DeviceAway(new Fault(Fault.Kind.SILENT, words + ": stuck in the USB library"), stuck);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "the owner was stopped"), stop);
        } catch (ExecutionException trouble) {
            if (trouble.getCause() instanceof DeviceAway away) {
                throw away;
            }
            throw new DeviceAway(
                    new Fault(Fault.Kind.BROKEN, words + ": the USB library failed: " + trouble.getCause()), trouble);
        }
    }

    @Override
    public void close() {
        end.compareAndSet(null, new Fault(Fault.Kind.LOST, words + ": closed"));
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        worker.execute(port::close); // behind the transfer that still runs, never under it
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: a transfer does not come back; its thread is left behind", words);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
