package io.zizhu.driver.camera;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.profile.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a camera sees anything, the same for all of them: the pump, and what may be wrong with what it brings. Made on
 * a platform thread, since opening enters native code; asked by the owner thread, closed by any.
 */
public final class Outlook implements AutoCloseable {
    /** A picture older than this is none of now. */
    public static final Duration FRESH = Duration.ofSeconds(2);

    private static final long FIRST_FRAME_MILLIS = 4000;
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int FROZEN_SECONDS = 10;

    private final String where;
    private final Pump pump;
    private final Asked asked;
    private final long frozenNanos;
    private Light last = Light.WELL;
    private boolean looked;

    private Outlook(String where, Pump pump, Asked asked, long frozenNanos) {
        this.where = where;
        this.pump = pump;
        this.asked = asked;
        this.frozenNanos = frozenNanos;
    }

    /** The settings that every camera has. */
    public static List<Setting> settings() {
        return List.of(
                Setting.like("source", "(tcp:.+:\\d+|file:.+|v4l2:\\d+)", "tcp:HOST:PORT, file:PATH or v4l2:N"),
                Setting.number("width", 32, 10_000).orNothing(),
                Setting.number("height", 32, 10_000).orNothing(),
                Setting.number("frozen-after", 0, 3600).orNothing());
    }

    /**
     * Loads the native library, opens the source and waits for the first picture.
     *
     * @throws DeviceAway where none comes, or none of the size that the settings ask for
     */
    public static Outlook open(Binding binding) throws DeviceAway, InterruptedException {
        Origin origin = Origin.of(binding);
        Asked asked = Asked.of(binding);
        int frozen = binding.number("frozen-after", origin.live() ? FROZEN_SECONDS : 0, 0, 3600);
        Natives.load();
        Pump pump = Pump.start(origin.open(asked), binding.id().value());
        try {
            Optional<Frame> first = pump.after(0, FIRST_FRAME_MILLIS);
            if (first.isEmpty()) {
                throw new DeviceAway(pump.fault()
                        .orElse(new Fault(Fault.Kind.SILENT, binding.setting("source") + ": gives no frame")));
            }
            asked.check(first.get().jpeg());
            return new Outlook(
                    binding.id().value(),
                    pump,
                    asked,
                    Duration.ofSeconds(frozen).toNanos());
        } catch (DeviceAway | InterruptedException | RuntimeException trouble) {
            pump.close();
            throw trouble;
        }
    }

    public Pump pump() {
        return pump;
    }

    /**
     * What is wrong with the picture now; empty where nothing is. Light counts once it was so twice, or at the first
     * look: somebody who walks by is no fault.
     *
     * @throws DeviceAway where no more pictures come, or of another size than was asked for
     */
    public Optional<Pulse> trouble() throws DeviceAway {
        Optional<Fault> broken = pump.fault();
        if (broken.isPresent()) {
            throw new DeviceAway(broken.get());
        }
        long silent = pump.silentNanos();
        if (silent > GIVE_UP_NANOS) {
            throw new DeviceAway(silence());
        }
        if (silent > FRESH.toNanos()) {
            return Optional.of(ill(Status.OFFLINE, silence()));
        }
        Optional<Frame> newest = pump.newest();
        if (newest.isPresent()) {
            asked.check(newest.get().jpeg());
        }
        if (frozenNanos > 0 && pump.stillNanos() > frozenNanos) {
            return Optional.of(broken(Status.HARDWARE_ERROR, "the same picture again and again"));
        }
        return newest.flatMap(frame -> lit(Light.of(frame.jpeg())));
    }

    private Optional<Pulse> lit(Light now) {
        boolean steady = now == last || !looked;
        last = now;
        looked = true;
        return switch (steady ? now : Light.WELL) {
            case WELL -> Optional.empty();
            case COVERED -> Optional.of(broken(Status.USER_ERROR, "the picture is black; lens covered, or no light"));
            case DARK -> Optional.of(broken(Status.HARDWARE_ERROR, "the picture is too dark"));
            case BLOWN_OUT -> Optional.of(broken(Status.HARDWARE_ERROR, "the picture is blown out: too much light"));
        };
    }

    private Pulse broken(Status status, String what) {
        return ill(status, new Fault(Fault.Kind.BROKEN, where + ": " + what));
    }

    private static Pulse ill(Status status, Fault fault) {
        return Pulse.ill(status, Media.NOT_SUPPORTED, fault);
    }

    /** That no frame came for so long. */
    public Fault silence() {
        return new Fault(Fault.Kind.SILENT, where + ": no frame for " + pump.silentNanos() / 1_000_000_000L + " s");
    }

    @Override
    public void close() {
        pump.close();
    }
}
