package io.zizhu.terminal.journal;

import io.zizhu.agent.line.Outbox;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in a SQLite file (WAL, synchronous=FULL), written by one thread; every call returns when its row is on the
 * disk. A caller's interruption never tears a write: it is kept and told afterwards.
 */
public final class SqliteJournal implements Journal, Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);

    private static final int PAGE = 500; // rows read at once; writers come in between
    /** A step takes some milliseconds; whoever writes comes in between. */
    public static final int ERASED_AT_ONCE = 20;

    private final InstantSource clock;
    private final Ledger ledger;
    private final ExecutorService writer;
    private volatile Runnable grown = () -> {};
    private volatile boolean torn;
    private volatile boolean failing;
    private volatile long pulse = System.nanoTime();

    /** @param ok false where the last write failed or the chain does not verify */
    public record State(boolean ok, long rows, long outbox) {}

    private SqliteJournal(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("journal").daemon().factory()); // SQLite blocks in native code
    }

    /**
     * Opens the journal, or begins one. A damaged file, or one of another owner, is set aside under a name with the time
     * and noted in the first row of the new one.
     *
     * @param owner the terminal's id; it is in the chain's beginning
     * @throws Broken where no journal can be written here at all
     */
    public static SqliteJournal open(Path file, String owner, MachineKey key, InstantSource clock) {
        try {
            return switch (Disk.open(file, owner)) {
                case Disk.Opened.Sound(var connection) -> new SqliteJournal(new Ledger(connection, owner, key), clock);
                case Disk.Opened.Unusable(String why) -> begin(file, owner, key, clock, why);
            };
        } catch (SQLException | IOException e) {
            throw new Broken("the journal cannot be opened: " + file, e);
        }
    }

    private static SqliteJournal begin(Path file, String owner, MachineKey key, InstantSource clock, String why)
            throws SQLException, IOException {
        String aside = Disk.setAside(file, clock.instant());
        LOG.error("journal set aside as {}: {}", aside, why);
        if (!(Disk.open(file, owner) instanceof Disk.Opened.Sound(var connection))) {
            throw new IOException("a new journal is not sound either");
        }
        var journal = new SqliteJournal(new Ledger(connection, owner, key), clock);
        journal.note(VisitId.NONE, Entry.of("journal-set-aside", Map.of("file", aside, "why", why)));
        return journal;
    }

    @Override
    public long intent(VisitId visit, Entry entry) {
        return write(visit, entry, new Mode.Intent());
    }

    @Override
    public void outcome(long intent, Entry entry) {
        write(visitOf(intent), entry, new Mode.Outcome(intent));
    }

    @Override
    public void note(VisitId visit, Entry entry) {
        write(visit, entry, new Mode.Note());
    }

    @Override
    public void close(VisitId visit, Entry entry) {
        write(visit, entry, new Mode.Close());
    }

    @Override
    public List<Open> open() {
        return on(ledger::open);
    }

    @Override
    public int left(String supply) {
        return on(() -> ledger.left(supply));
    }

    @Override
    public List<Kept> rows(Instant from, Instant to) {
        Ledger.Span span = on(() -> ledger.span(from, to));
        var found = new ArrayList<Kept>();
        for (long seq = span.first() - 1; span.first() > 0 && seq < span.last(); ) {
            List<ChainRow> some = after(seq, PAGE);
            if (some.isEmpty()) {
                break;
            }
            some.stream()
                    .filter(row -> row.seq() <= span.last())
                    .filter(row -> !row.at().isBefore(from) && row.at().isBefore(to))
                    .forEach(row -> found.add(kept(row)));
            seq = some.getLast().seq();
        }
        return List.copyOf(found);
    }

    private static Kept kept(ChainRow row) {
        return new Kept(
                row.seq(),
                row.at(),
                row.kind(),
                new VisitId(row.visit()),
                Facts.own(row.open()),
                Facts.supplies(row.open()),
                Facts.of(row.open()));
    }

    /** Writes a row of the kiosk itself whose facts are more than texts, such as a report on a bundle. */
    public long report(String kind, Json.Obj facts) {
        long row = on(() -> ledger.report(now(), kind, facts));
        grown.run();
        return row;
    }

    @Override
    public long acknowledged() {
        return on(ledger::acknowledged);
    }

    @Override
    public List<ChainRow> after(long seq, int most) {
        return on(() -> ledger.after(seq, most));
    }

    @Override
    public void acknowledge(long upTo) {
        on(() -> {
            ledger.acknowledge(upTo);
            return upTo;
        });
    }

    /**
     * One small step of forgetting: destroys the data keys of visits that are over, that wait for nothing, and whose last
     * row the centre acknowledged so long ago. What is destroyed is then nowhere in the journal's files.
     *
     * @return how many visits were erased, at most {@link #ERASED_AT_ONCE}
     */
    public int erase(Duration keep) {
        return erase(keep, System.nanoTime());
    }

    int erase(Duration keep, long nanos) {
        Retention.Step step = on(() -> {
            Retention.Step done = ledger.erase(now(), nanos, keep, ERASED_AT_ONCE);
            if (done.erased() > 0) {
                ledger.settle();
            }
            return done;
        });
        if (!step.rows().isEmpty()) {
            grown.run();
        }
        return step.erased();
    }

    /** Whom to tell, on the writer's caller's thread, after every row; must not block. */
    public void tell(Runnable listener) {
        grown = listener;
    }

    /** Follows the whole chain from its beginning, some rows at a time, so that writers come in between. */
    public ChainHead.Walked verify() {
        ChainHead end = on(ledger::head);
        ChainHead.Walked walked = new ChainHead.Walked.Whole(on(ledger::genesis));
        while (walked instanceof ChainHead.Walked.Whole(ChainHead at) && at.seq() < end.seq()) {
            List<ChainRow> some = after(at.seq(), PAGE);
            walked = some.isEmpty()
                    ? new ChainHead.Walked.Torn(new ChainHead.Followed.Gap(at.seq() + 1, end.seq()))
                    : at.walk(some);
        }
        if (walked instanceof ChainHead.Walked.Torn(var fault)) {
            torn = true;
            LOG.error("the journal's chain is torn: {}", fault);
        }
        return walked;
    }

    public State state() {
        return on(() -> new State(!torn && !failing, ledger.count(), ledger.count() - ledger.acknowledged()));
    }

    /** When the writer thread last did something, by {@link System#nanoTime}; {@link #state} makes it fresh. */
    public long pulse() {
        return pulse;
    }

    private VisitId visitOf(long intent) {
        return on(() -> {
            List<ChainRow> row = ledger.after(intent - 1, 1);
            if (row.isEmpty() || row.getFirst().seq() != intent) {
                throw new IllegalArgumentException("no row " + intent);
            }
            return new VisitId(row.getFirst().visit());
        });
    }

    private long write(VisitId visit, Entry entry, Mode mode) {
        long row = on(() -> ledger.write(now(), visit, entry, mode));
        grown.run();
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T on(Callable<T> work) {
        Future<T> future;
        try {
            future = writer.submit(work);
        } catch (RejectedExecutionException closed) {
            throw new Broken("the journal is closed", closed);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    T done = future.get();
                    pulse = System.nanoTime();
                    failing = false;
                    return done;
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException trouble) {
            throw broken(trouble);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException broken(ExecutionException trouble) {
        if (trouble.getCause() instanceof IllegalArgumentException bug) {
            return bug;
        }
        failing = true;
        LOG.error("the journal cannot be written", trouble.getCause());
        return new Broken("the journal cannot be written", trouble);
    }

    @Override
    public void close() {
        writer.close();
        try {
            ledger.close();
        } catch (SQLException e) {
            LOG.warn("the journal did not close cleanly", e);
        }
    }
}
