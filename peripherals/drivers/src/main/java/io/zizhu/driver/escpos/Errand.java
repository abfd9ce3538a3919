package io.zizhu.driver.escpos;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One slip on its way out. Three marks go with it, behind its first line, its last line and the cut; while they are awaited
 * the printer is watched. Where it stops, its caller's patience is how long a person may take to help:
 *
 * <ul>
 *   <li>the roll ended before the last line: the rest is dropped at once, and the whole slip is printed from its start on
 *       the new roll, for two halves are no slip. A printer that keeps what it should drop prints the rest by itself: where
 *       that was all of it, it is not printed again;
 *   <li>the cover was opened and closed over the same roll, or only the cut was left: the printer goes on where it stopped;
 *   <li>a jam, a broken printer, or patience over: what waits is dropped, so that nothing comes out when its person has
 *       gone, and the slip counts as spoiled; unknown where a printer without paper does not confirm that it dropped it.
 * </ul>
 *
 * Owner thread only, but for {@link #news}.
 */
final class Errand {
    private static final Duration TURN = Duration.ofMillis(100);

    /** Between two looks at a printer that tells nothing by itself. */
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    /** An answer that was lost on the way is asked for again. */
    private static final long ASK_NANOS = Duration.ofSeconds(1).toNanos();

    /** What is being printed well when its caller goes is let come out. */
    private static final long LINGER_NANOS = Duration.ofMillis(600).toNanos();

    private final Wire wire;
    private final String job;
    private final Slip slip;
    private final Patience patience;
    private volatile Optional<Pulse> news = Optional.empty();
    private Optional<Fault> stopped = Optional.empty();
    private int begun;
    private int written;
    private int cut;
    private boolean again;
    private boolean untouched;
    private boolean spoiled;
    private long looked;
    private long asked;
    private long left;

    Errand(Wire wire, String job, Slip slip, Patience patience) {
        this.wire = wire;
        this.job = job;
        this.slip = slip;
        this.patience = patience;
    }

    /** How the printer stood when it was last looked at; any thread. */
    Optional<Pulse> news() {
        return news;
    }

    /** Part of a slip may hang at the knife. */
    boolean spoiled() {
        return spoiled;
    }

    Sheet toItsEnd() throws DeviceAway {
        put();
        while (!patience.over() || lingers()) {
            wire.listen(Patience.of(TURN));
            if (!again && wire.fence().passed(cut)) {
                return new Sheet.Out(job, 1);
            }
            if (wire.alarmed() || System.nanoTime() - looked > LOOK_NANOS) {
                Optional<Sheet> end = look();
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
        return stopped.isPresent() ? drop(stopped.get()) : unknown();
    }

    private void put() throws DeviceAway {
        byte[] first = Ink.first(slip);
        byte[] rest = Ink.rest(slip);
        looked = System.nanoTime();
        asked = looked;
        try {
            wire.send(first);
            begun = wire.mark();
            wire.begin(); // the slip began with ESC @, which ends pushed status
            wire.send(rest);
            written = wire.mark();
            wire.send(Ink.cut());
            cut = wire.mark();
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(rest, (byte) 0);
        }
    }

    private boolean lingers() {
        long now = System.nanoTime();
        left = left == 0 ? now : left;
        return patience.cancelled() && stopped.isEmpty() && now - left < LINGER_NANOS;
    }

    private Optional<Sheet> look() throws DeviceAway {
        Condition now = wire.condition();
        looked = System.nanoTime();
        news = Optional.of(now.pulse());
        Optional<Fault> obstacle = now.obstacle();
        if (!again && wire.fence().passed(cut)) {
            return Optional.of(new Sheet.Out(job, 1)); // it ended, or the cover was opened, behind the cut
        }
        if (now.waitsForWord() && stopped.isPresent()) {
            return mended();
        }
        if (obstacle.isPresent()) {
            return now.broken() || now.jammed() ? Optional.of(drop(obstacle.get())) : stop(now, obstacle.get());
        }
        if (stopped.isPresent()) {
            return mended();
        }
        if (System.nanoTime() - asked > ASK_NANOS) {
            wire.mark();
            asked = System.nanoTime();
        }
        return Optional.empty();
    }

    /** Dropped while it stands still, so that nothing follows even where nobody is left to see the new roll. */
    private Optional<Sheet> stop(Condition now, Fault obstacle) throws DeviceAway {
        stopped = Optional.of(obstacle);
        if (now.out() && !again && !wire.fence().passed(written)) {
            again = true;
            untouched = !wire.fence().passed(begun);
            wire.dropTheRest();
        }
        return Optional.empty();
    }

    private Optional<Sheet> mended() throws DeviceAway {
        Fault obstacle = stopped.orElseThrow();
        if (!again) {
            stopped = Optional.empty();
            wire.resume();
            return Optional.empty();
        }
        Wire.Rest rest = wire.settled(patience);
        if (rest == Wire.Rest.WAITS) {
            return Optional.of(drop(obstacle));
        }
        if (rest == Wire.Rest.DONE && untouched) {
            return Optional.of(new Sheet.Out(job, 1));
        }
        stopped = Optional.empty();
        again = false;
        put();
        return Optional.empty();
    }

    private Sheet drop(Fault why) throws DeviceAway {
        spoiled = true;
        wire.dropTheRest();
        boolean certain =
                wire.dropped() || !news.map(now -> now.media() == Media.OUT).orElse(false);
        return certain
                ? new Sheet.Jammed(job, why)
                : new Sheet.Unknown(job, new Fault(why.kind(), why.detail() + "; the rest may follow"));
    }

    private Sheet unknown() {
        String why = patience.cancelled() ? "the caller went" : "no answer behind the cut";
        return new Sheet.Unknown(job, new Fault(Fault.Kind.SILENT, why));
    }
}
