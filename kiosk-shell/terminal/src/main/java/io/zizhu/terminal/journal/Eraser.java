package io.zizhu.terminal.journal;

import io.zizhu.service.port.Journal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the journal forget in its time, in small steps, while nobody is at the counter: once at start and then again
 * and again, on a thread of its own. Trouble is told and tried again; the journal itself says when it cannot be written.
 */
public final class Eraser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

    private final SqliteJournal journal;
    private final Supplier<Duration> keep;
    private final BooleanSupplier idle;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param keep how long personal fields stay after the centre acknowledged them, asked at every step
     * @param idle false while somebody is served
     */
    public Eraser(SqliteJournal journal, Supplier<Duration> keep, BooleanSupplier idle) {
        this.journal = journal;
        this.keep = keep;
        this.idle = idle;
        this.thread = Thread.ofVirtual().name("eraser").start(this::run);
    }

    private void run() {
        while (!stopping) {
            boolean more = idle.getAsBoolean() && step() == SqliteJournal.ERASED_AT_ONCE;
            if (!more) {
                LockSupport.parkNanos((idle.getAsBoolean() ? EVERY : WHILE_BUSY).toNanos());
            }
        }
    }

    private int step() {
        try {
            return journal.erase(keep.get());
        } catch (Journal.Broken broken) {
            LOG.error("nothing could be erased now", broken);
            return 0;
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
