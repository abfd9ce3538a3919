package io.zizhu.driver.face;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.camera.Frame;
import io.zizhu.driver.camera.Looking;
import io.zizhu.driver.camera.Outlook;
import io.zizhu.driver.camera.Preview;
import io.zizhu.driver.camera.Pump;
import io.zizhu.driver.face.sight.Eye;
import io.zizhu.driver.face.sight.Seen;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A camera that compares faces. Looking happens on a platform thread of its own, since native code holds a virtual
 * thread's carrier; the owner thread waits for it and can be interrupted. Whether the face is alive is not checked, and
 * every verdict says so.
 */
final class FaceOpenCv implements FaceCamera {
    private static final long STEP_MILLIS = 200;

    private final String where;
    private final Outlook outlook;
    private final Pump pump;
    private final Eye eye;
    private final Looking looking;
    private volatile boolean closed;

    /** @param looking the one thread the eye belongs to, closed with this */
    FaceOpenCv(String where, Outlook outlook, Eye eye, Looking looking) {
        this.where = where;
        this.outlook = outlook;
        this.pump = outlook.pump();
        this.eye = eye;
        this.looking = looking;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return outlook.trouble().orElse(Pulse.well(Media.NOT_SUPPORTED));
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.PREVIEW);
    }

    @Override
    public Look compare(Portrait reference, Patience patience) throws DeviceAway {
        return looking.look(() -> looked(reference.jpeg(), patience))
                .orElseGet(() -> new Look.Failed(new Fault(Fault.Kind.BUSY, where + ": stopped while looking")));
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
        return last == null ? new Look.Failed(outlook.silence()) : comparison.sofar();
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
                .filter(frame -> frame.younger(Outlook.FRESH.toNanos()))
                .map(frame -> new Portrait(Preview.of(frame.jpeg())));
    }

    @Override
    public void close() {
        closed = true;
        outlook.close();
        looking.close();
    }
}
