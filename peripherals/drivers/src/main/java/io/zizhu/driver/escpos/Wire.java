package io.zizhu.driver.escpos;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Speaks with the printer: questions at once, questions in the queue, and what it tells unasked. Owner thread only,
 * but for {@link #pushes}.
 */
final class Wire implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(30);
    private static final Duration ANSWER = Duration.ofMillis(400);
    private static final Duration TURN = Duration.ofMillis(100);

    /** How long after one answer from the queue the next may come: behind it stands no more than a cut. */
    private static final Duration LATE = Duration.ofMillis(1_500);

    private static final int TRIES = 2;

    /** Longest burst that is gathered before it is looked at: a line that chatters must not hold up its owner. */
    private static final int BURST = 4096;

    private static final byte[] RESUME = {0x10, 0x05, 1};

    /** {@code DLE ENQ 2} clears after an open cover or a jam; after a paper end most printers obey {@code DLE DC4 8} alone. */
    private static final byte[] DROP = {0x10, 0x05, 2, 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    /** {@code GS a}: tell every change by yourself. */
    private static final byte[] PUSH = {0x1D, 'a', (byte) 0xFF};

    private final Link link;
    private final Fence fence;
    private final Ear ear = new Ear();
    private volatile boolean pushes;
    private boolean alarmed;
    private boolean cleared;

    Wire(Link link, Fence fence) {
        this.link = link;
        this.fence = fence;
    }

    Fence fence() {
        return fence;
    }

    void send(byte[] bytes) throws DeviceAway {
        link.send(bytes);
    }

    /** Asks for pushed status; {@code ESC @} ends it again. */
    void begin() throws DeviceAway {
        link.send(PUSH);
    }

    /** The printer was heard to push its status; any thread. */
    boolean pushes() {
        return pushes;
    }

    /** Something pushed since the last {@link #condition} says that all is not well. */
    boolean alarmed() {
        return alarmed;
    }

    /** Takes in whatever comes next. */
    void listen(Patience patience) throws DeviceAway {
        burst(patience);
    }

    /** @throws DeviceAway {@code SILENT} where the printer does not tell how it is */
    Condition condition() throws DeviceAway {
        Optional<Condition> together = together();
        return together.isPresent() ? together.get() : new Condition(realTime(2), realTime(3), realTime(4));
    }

    /** All three questions in one go, as long as the line is clean; what is noisy is asked one by one. */
    private Optional<Condition> together() throws DeviceAway {
        soak();
        alarmed = false;
        link.send(new byte[] {0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4});
        int[] bits = new int[3];
        int count = 0;
        Patience patience = Patience.of(ANSWER);
        while (!patience.over()) {
            Ear.Heard heard = burst(patience);
            for (Said said : heard.said()) {
                if (said instanceof Said.RealTime(int now)) {
                    bits[Math.min(count, 2)] = now;
                    count++;
                }
            }
            if (!heard.clean() || count > 3) {
                return Optional.empty();
            }
            if (count == 3) {
                return Optional.of(new Condition(bits[0], bits[1], bits[2]));
            }
        }
        return Optional.empty();
    }

    private int realTime(int which) throws DeviceAway {
        for (int tries = 0; tries < TRIES; tries++) {
            soak();
            link.send(new byte[] {0x10, 0x04, (byte) which});
            Patience patience = Patience.of(ANSWER);
            while (!patience.over()) {
                List<Said> said = burst(patience).said();
                for (int at = said.size() - 1; at >= 0; at--) {
                    if (said.get(at) instanceof Said.RealTime(int bits)) {
                        return bits;
                    }
                }
            }
        }
        throw new DeviceAway(Fault.Kind.SILENT, "DLE EOT " + which + ": no answer");
    }

    /** Late bytes are no answer to the next question; marks that were passed count all the same. */
    private void soak() throws DeviceAway {
        burst(Patience.ofMillis(0));
    }

    private Ear.Heard burst(Patience patience) throws DeviceAway {
        byte[] chunk = link.receive(patience);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (chunk.length > 0) {
            bytes.writeBytes(chunk);
            chunk = bytes.size() < BURST ? link.receive(Patience.of(QUIET)) : new byte[0];
        }
        Ear.Heard heard = ear.hear(bytes.toByteArray());
        heard.said().forEach(this::note);
        return heard;
    }

    private void note(Said said) {
        fence.hear(said);
        if (said instanceof Said.Pushed pushed) {
            pushes = true;
            alarmed |= pushed.alarms();
        }
        cleared |= said instanceof Said.Cleared;
    }

    /** After a person has mended it: go on with the line where it stopped. */
    void resume() throws DeviceAway {
        link.send(RESUME);
    }

    /** Drops what waits in the printer, so that no torn slip follows once paper is back. */
    void dropTheRest() throws DeviceAway {
        cleared = false;
        link.send(DROP);
    }

    /** The printer confirms that it dropped the rest; after a paper end many know no such thing, and keep it. */
    boolean dropped() throws DeviceAway {
        Patience patience = Patience.of(ANSWER);
        while (!cleared && !patience.over()) {
            listen(patience);
        }
        return cleared;
    }

    /** Asks in the queue; the answer to this mark proves that everything sent before it is done. */
    int mark() throws DeviceAway {
        link.send(fence.ask());
        return fence.last();
    }

    /**
     * Waits until no answer to an earlier mark can come any more, lest it be taken for one to the next: the printer
     * confirmed that it dropped the rest, or it has answered a new mark. Answers that bear no number may stand for an
     * earlier mark; then they are waited for until none has come for a while.
     */
    Rest settled(Patience patience) throws DeviceAway {
        int before = fence.answers();
        int all = fence.owed() + 1;
        int mark = cleared ? fence.last() : mark();
        long heard = 0;
        while (!patience.over()) {
            int came = fence.answers() - before;
            boolean quiet = heard != 0 && System.nanoTime() - heard > LATE.toNanos();
            if (cleared || fence.passed(mark) || quiet) {
                Rest rest = !cleared && came == all ? Rest.DONE : Rest.DROPPED;
                cleared = false;
                fence.settle();
                return rest;
            }
            listen(patience.atMost(TURN));
            heard = !fence.numbered() && fence.answers() - before > came ? System.nanoTime() : heard;
        }
        return Rest.WAITS;
    }

    /** What became of what waited in the printer. */
    enum Rest {
        DONE,
        DROPPED,
        WAITS
    }

    @Override
    public void close() {
        link.close();
    }
}
