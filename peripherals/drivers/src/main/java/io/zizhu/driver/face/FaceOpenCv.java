package io.zizhu.driver.face;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.driver.camera.Frame;
import io.zizhu.driver.camera.Preview;
import io.zizhu.driver.camera.Pump;
import io.zizhu.driver.face.sight.Eye;
import io.zizhu.driver.face.sight.Seen;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A camera that compares faces. Looking happens on a platform thread of its own, since native code holds a virtual
 * thread's carrier; the owner thread waits for it and can be interrupted. Whether the face is alive is not checked, and
 * every verdict says so.
 */
final class FaceOpenCv implements FaceCamera {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long STEP_MILLIS = 200;

    private final String where;
    private final Pump pump;
    private final Eye eye;
    private final long frozenNanos;
    private final ExecutorService looking;
    private volatile boolean closed;

    /**
     * @param looking the one thread the eye belongs to, shut down with this
     * @param frozenNanos how long the picture may stay the same to the byte; 0 for as long as it likes
     */
    FaceOpenCv(String where, Pump pump, Eye eye, ExecutorService looking, long frozenNanos) {
        this.where = where;
        this.pump = pump;
        this.eye = eye;
        this.frozenNanos = frozenNanos;
        this.looking = looking;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        Optional<Fault> broken = pump.fault();
        if (broken.isPresent()) {
            throw new DeviceAway(broken.get());
        }
        long silent = pump.silentNanos();
        if (silent > GIVE_UP_NANOS) {
            throw new DeviceAway(silence(silent));
        }
        if (silent > FRESH_NANOS) {
            return Pulse.ill(Status.OFFLINE, Media.NOT_SUPPORTED, silence(silent));
        }
        if (frozenNanos > 0 && pump.stillNanos() > frozenNanos) {
            return Pulse.ill(
                    Status.HARDWARE_ERROR,
                    Media.NOT_SUPPORTED,
                    new Fault(Fault.Kind.BROKEN, where + ": the same picture again and again"));
        }
        if (pump.newest().filter(frame -> Eye.black(frame.jpeg())).isPresent()) {
            return Pulse.ill(
                    Status.USER_ERROR,
                    Media.NOT_SUPPORTED,
                    new Fault(Fault.Kind.BROKEN, where + ": the picture is black; lens covered, or no light"));
        }
        return Pulse.well(Media.NOT_SUPPORTED);
    }

    private Fault silence(long nanos) {
        return new Fault(Fault.Kind.SILENT, where + ": no frame for " + nanos / 1_000_000_000L + " s");
    }

    @Override
    public Look compare(Portrait reference, Patience patience) throws DeviceAway {
        Future<Look> look;
        try {
            look = looking.submit(() -> looked(reference.jpeg(), patience));
        } catch (RejectedExecutionException shut) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, where + ": closed"), shut);
        }
        try {
            return look.get();
        } catch (InterruptedException stop) {
            look.cancel(true);
            Thread.currentThread().interrupt();
            return new Look.Failed(new Fault(Fault.Kind.BUSY, where + ": stopped while looking"));
        } catch (ExecutionException trouble) {
            if (trouble.getCause() instanceof DeviceAway away) {
                throw away;
            }
            throw new IllegalStateException("looking failed", trouble.getCause());
        }
    }

    private Look looked(byte[] reference, Patience patience) throws DeviceAway, InterruptedException {
        return switch (eye.see(reference)) {
            case Seen.Unreadable() -> unfit("is no JPEG that can be read");
            case Seen.NoFace() -> unfit("shows no face");
            case Seen.Faces(int count) -> unfit("shows " + count + " faces");
            case Seen.Face face -> watch(new Comparison(face, eye.thresholds(), eye.model()), patience);
        };
    }

    private static Look unfit(String why) {
        return new Look.Failed(new Fault(Fault.Kind.GARBLED, "the reference picture " + why));
    }

    private Look watch(Comparison comparison, Patience patience) throws DeviceAway, InterruptedException {
        Frame last = null;
        Seen seen = new Seen.NoFace();
        long asked = pump.newest().map(Frame::number).orElse(0L); // what was before the lens earlier does not count
        while (!patience.over() && !closed) {
            long wait = Math.clamp(patience.leftMillis(), 1, STEP_MILLIS);
            Optional<Frame> next = pump.after(last == null ? asked : last.number(), wait);
            if (next.isEmpty()) {
                if (!closed) {
                    thrown(pump.fault());
                }
                continue;
            }
            Frame frame = next.get();
            seen = repeats(last, frame) ? seen : eye.see(frame.jpeg());
            last = frame;
            if (comparison.saw(seen) && seen instanceof Seen.Face face) {
                return new Look.Same(comparison.judgement(face), new Portrait(eye.still(frame.jpeg(), face)));
            }
        }
        return last == null ? new Look.Failed(silence(pump.silentNanos())) : comparison.sofar();
    }

    /** A still picture sent again need not be looked at again. */
    private static boolean repeats(@Nullable Frame last, Frame next) {
        return last != null && Arrays.equals(last.jpeg(), next.jpeg());
    }

    private static void thrown(Optional<Fault> fault) throws DeviceAway {
        if (fault.isPresent()) {
            throw new DeviceAway(fault.get());
        }
    }

    @Override
    public Optional<Portrait> preview() {
        return pump.newest()
                .filter(frame -> frame.younger(FRESH_NANOS))
                .map(frame -> new Portrait(Preview.of(frame.jpeg())));
    }

    @Override
    public void close() {
        closed = true;
        pump.close();
        looking.shutdown();
    }
}
