package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.Printed;
import io.zizhu.driver.zvt.apdu.Words;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registered line to one pad. After an act whose end was not heard it is hung up: what may still come on it belongs to
 * an act that is over. What became of the money is asked on a new line, which this class dials itself; where that fails,
 * the keeper opens afresh. Used by the owner thread; {@link #close} by any.
 */
final class PadLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PadLine.class);
    private static final long DIAL_PAUSE_MILLIS = 200;

    /** Connects and registers. */
    interface Dial {
        Session open(Patience patience) throws DeviceAway;
    }

    /**
     * One registered line.
     *
     * @param terminal what the pad calls itself, empty where it did not say
     */
    record Session(Wire wire, String terminal) {}

    private final Dial dial;
    private final AtomicBoolean speaking = new AtomicBoolean();
    private volatile Session session;
    private volatile boolean closed;
    private volatile boolean lost;

    PadLine(Session session, Dial dial) {
        this.session = session;
        this.dial = dial;
    }

    String terminal() {
        return session.terminal();
    }

    Ended ask(Apdu command, Patience patience) {
        return ask(command, patience, unread -> {});
    }

    /** @param paper hears what the pad gives to print meanwhile */
    Ended ask(Apdu command, Patience patience, Consumer<Printed> paper) {
        speaking.set(true);
        Ended ended = Dialogue.ask(session.wire(), command, patience, paper);
        speaking.set(false);
        return ended;
    }

    /** The same, but a patience that ends aborts at the pad. */
    Ended askAbortably(Apdu command, Patience patience, Consumer<Printed> paper) {
        speaking.set(true);
        Ended ended = Dialogue.askAbortably(session.wire(), command, patience, paper);
        speaking.set(false);
        return ended;
    }

    /** Dials once, where the line was hung up. */
    void again(Patience patience) throws DeviceAway {
        if (lost && !closed) {
            session = dial.open(patience);
            lost = false;
            if (closed) { // while we dialled
                session.wire().close();
            }
        }
    }

    /** Dials again and again, as long as patience lasts. */
    void untilBack(Patience patience) throws DeviceAway {
        while (lost && !closed) {
            try {
                again(patience);
            } catch (DeviceAway away) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DIAL_PAUSE_MILLIS));
                if (patience.over() || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
            }
        }
    }

    void hangUp() {
        lost = true;
        session.wire().close();
    }

    /** Logs off where nothing is under way, without waiting for an answer. */
    @Override
    public void close() {
        Wire wire = session.wire();
        if (!closed && !lost && speaking.compareAndSet(false, true)) {
            try {
                wire.farewell(Words.logOff());
            } catch (DeviceAway gone) {
                LOG.debug("no log-off: {}", gone.getMessage());
            }
        }
        closed = true;
        wire.close();
    }
}
