package io.zizhu.service.visit;

import io.zizhu.service.flow.Scene;
import java.time.Duration;
import java.util.Optional;

/** Counts how long nobody has touched the glass, and how long a scene stays by itself. One thread. */
final class Leisure {
    enum Due {
        NOTHING,
        SCENE_OVER,
        WARN,
        LEAVE
    }

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Timing timing;
    private Optional<Duration> stays = Optional.empty();
    private boolean greeting = true;
    private long entered = System.nanoTime();
    private long touched = System.nanoTime();
    private int lastWarned;

    Leisure(Timing timing) {
        this.timing = timing;
    }

    void entered(Scene scene) {
        entered = System.nanoTime();
        touched = entered;
        stays = timing.stay(scene);
        greeting = scene instanceof Scene.Idle || scene instanceof Scene.Closed;
        lastWarned = 0;
    }

    void touched() {
        touched = System.nanoTime();
        lastWarned = 0;
    }

    /** How long the counter may sleep at most. */
    Duration untilNext() {
        return TICK.compareTo(timing.warning()) < 0 ? TICK : timing.warning().dividedBy(4);
    }

    /**
     * @param mayLeave false while something is done that the citizen waits for: then nobody is idle
     */
    Due due(boolean mayLeave) {
        if (stays.isPresent()) {
            return since(entered).compareTo(stays.get()) >= 0 ? Due.SCENE_OVER : Due.NOTHING;
        }
        if (greeting || !mayLeave) {
            touched = greeting ? touched : System.nanoTime();
            return Due.NOTHING;
        }
        Duration still = since(touched);
        if (still.compareTo(timing.idle().plus(timing.warning())) >= 0) {
            return Due.LEAVE;
        }
        if (still.compareTo(timing.idle()) >= 0 && leavingSeconds() != lastWarned) {
            lastWarned = leavingSeconds();
            return Due.WARN;
        }
        return Due.NOTHING;
    }

    /** At least 1 while the warning stands. */
    int leavingSeconds() {
        Duration left = timing.idle().plus(timing.warning()).minus(since(touched));
        return (int) Math.max(1, left.toSeconds() + (left.toMillisPart() > 0 ? 1 : 0));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
