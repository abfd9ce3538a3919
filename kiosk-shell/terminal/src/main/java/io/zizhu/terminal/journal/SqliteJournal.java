package io.zizhu.terminal.journal;

import io.zizhu.agent.line.Outbox;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.aside.SetAside;
import io.zizhu.terminal.journal.disk.Disk;
import io.zizhu.terminal.journal.disk.Reserve;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Misfit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in a SQLite file (WAL, synchronous=FULL), written by one thread; every call returns when its row is on the
 * disk. A caller's interruption never tears a write: it is kept and told afterwards.
 */
public final class SqliteJournal implements Journal, Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);

    /** A step takes some milliseconds; whoever writes comes in between. */
    public static final int ERASED_AT_ONCE = 20;

    private static final int PAGE = 500; // rows read at once; writers come in between
    private static final Duration LOOK = Duration.ofSeconds(1); // between two tries whether the disk is well again

    private final InstantSource clock;
    private final Ledger ledger;
    private final Care care;
    private final Scribe scribe;
    private volatile Runnable grown = () -> {};
    private final Reserve reserve;
    private volatile boolean torn;
    private volatile boolean failing;
    private volatile boolean full;
    private long looked = System.nanoTime();
    private volatile long pulse = System.nanoTime();

    /** @param ok false where the last write failed, the disk is full, or the chain does not verify: serve nobody new */
    public record State(boolean ok, long rows, long outbox) {}

    private SqliteJournal(Ledger ledger, InstantSource clock, Care care, Reserve reserve) {
        this.ledger = ledger;
        this.clock = clock;
        this.care = care;
        this.reserve = reserve;
        this.full = !reserve.hold();
        this.scribe = new Scribe(this::sign, care.within());
    }

    /** On the journal's thread. A head that could not be signed is signed the next time; rows say when they fail. */
    private void sign() {
        try {
            if (care.signer().isPresent() && ledger.sign(now())) {
                grown.run();
            }
        } catch (SQLException | RuntimeException trouble) {
            LOG.warn("the journal's head could not be signed", trouble);
        }
    }

    /** Opens the journal as {@link #open(Path, String, MachineKey, Care, InstantSource)} does, without signed heads. */
    public static SqliteJournal open(Path file, String owner, MachineKey key, InstantSource clock) {
        return open(file, owner, key, Care.NONE, clock);
    }

    /**
     * Opens the journal, or begins one. What is damaged, belongs to another owner, or whose last thousand rows do not
     * verify is set aside under a name with the time, and noted in the first row of a new one; so is a file whose
     * older rows {@link #verify} did not believe the last time. What waited there is listed for staff, each as a doubt.
     *
     * @param owner the terminal's id; it is in the chain's beginning
     * @throws Broken where no journal can be written here at all
     */
    public static SqliteJournal open(Path file, String owner, MachineKey key, Care care, InstantSource clock) {
        var reserve = new Reserve(file, care.reserve());
        try {
            if (reserve.scarce()) {
                reserve.release();
            }
            String why = "the terminal stopped before it was noted";
            Found found = ledger(file, owner, key, care);
            if (found instanceof Found.Unusable(String trouble)) {
                why = trouble;
                LOG.error("journal set aside as {}: {}", Disk.setAside(file, clock.instant()), why);
                found = ledger(file, owner, key, care);
            }
            if (!(found instanceof Found.Sound(Ledger ledger))) {
                throw new IOException("a new journal is not sound either");
            }
            var journal = new SqliteJournal(ledger, clock, care, reserve);
            if (ledger.count() == 0) {
                journal.takeOver(SetAside.beside(file), why);
            }
            return journal;
        } catch (SQLException | IOException e) {
            throw new Broken("the journal cannot be opened: " + file, e);
        }
    }

    /** A new journal's first rows, all in one commit, so that no crash can lose what waited in the one before. */
    private void takeOver(Optional<SetAside> before, String why) {
        if (before.isPresent()) {
            Entry said =
                    Entry.of("journal-set-aside", Map.of("file", before.get().name(), "why", why));
            List<Entry> doubts = before.get().doubts();
            on(() -> ledger.takeOver(now(), said, doubts));
        }
    }

    private sealed interface Found {
        record Sound(Ledger ledger) implements Found {}

        record Unusable(String why) implements Found {}
    }

    private static Found ledger(Path file, String owner, MachineKey key, Care care) throws SQLException {
        return switch (Disk.open(file, owner)) {
            case Disk.Opened.Unusable(String why) -> new Found.Unusable(why);
            case Disk.Opened.Sound(var connection) -> {
                try {
                    var ledger = new Ledger(connection, owner, key, care);
                    Optional<Proof.Bad> bad = ledger.tail().bad();
                    if (bad.isEmpty()) {
                        yield new Found.Sound(ledger);
                    }
                    connection.close();
                    yield new Found.Unusable(words(bad.get()));
                } catch (SQLException trouble) {
                    connection.close();
                    if (!Disk.damage(trouble)) {
                        throw trouble;
                    }
                    yield new Found.Unusable(Disk.words(trouble));
                } catch (Misfit | DateTimeException unreadable) {
                    connection.close();
                    yield new Found.Unusable("its last row cannot be read");
                }
            }
        };
    }

    private static String words(Proof.Bad bad) {
        return "row " + bad.seq() + " " + bad.why();
    }

    @Override
    public long intent(VisitId visit, Entry entry) {
        return write(visit, entry, new Mode.Intent());
    }

    @Override
    public void outcome(long intent, Entry entry) {
        write(VisitId.NONE, entry, new Mode.Outcome(intent));
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
        return on(() -> ledger.rows().left(supply));
    }

    @Override
    public List<Kept> rows(Instant from, Instant to) {
        Rows.Span span = on(() -> ledger.rows().span(from, to, ledger.count()));
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
                row.supplies(),
                row.answers());
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
        return on(() -> ledger.rows().after(seq, most));
    }

    @Override
    public void acknowledge(long upTo) {
        on(() -> {
            ledger.acknowledge(upTo);
            return upTo;
        });
    }

    /** Once at start, before anybody is served: where the machine key has changed, every data key is wrapped anew. */
    public void renewKeys() {
        on(() -> {
            ledger.renewKeys(now());
            return true;
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

    /**
     * Follows the whole chain from its beginning, with every signed head in it, the marks of what waits and the
     * count of what is left, some rows at a time, so that writers come in between. A chain that is not right is noted in itself and for the next start, and
     * {@link State#ok} stays false.
     */
    public ChainHead.Walked verify() {
        Proof proof = on(ledger::proof);
        boolean more = true;
        while (more) {
            more = on(() -> ledger.follow(proof, PAGE));
        }
        if (proof.bad().isEmpty()) {
            return new ChainHead.Walked.Whole(proof.head());
        }
        Proof.Bad bad = proof.bad().get();
        torn = true;
        LOG.error("the journal's chain is not right: {}", words(bad));
        on(() -> {
            ledger.torn(words(bad));
            return bad.seq();
        });
        note(VisitId.NONE, Entry.of("journal-torn", Map.of("row", "" + bad.seq(), "why", bad.why())));
        return new ChainHead.Walked.Torn(bad.as());
    }

    public State state() {
        return on(() -> {
            look();
            return new State(!torn && !failing && !full, ledger.count(), ledger.count() - ledger.acknowledged());
        });
    }

    /** On the journal's thread: whether what was wrong with the disk is over. */
    private void look() {
        if ((!failing && !full) || System.nanoTime() - looked < LOOK.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        try {
            ledger.probe();
            failing = false;
            if (full && reserve.hold()) {
                full = false;
                LOG.info("the disk has room again");
                note("journal-room");
            }
        } catch (SQLException still) {
            LOG.debug("the journal still cannot be written", still);
        }
    }

    /** When the writer thread last did something, by {@link System#nanoTime}; {@link #state} makes it fresh. */
    public long pulse() {
        return pulse;
    }

    private long write(VisitId visit, Entry entry, Mode mode) {
        long row = on(() -> ledger.write(now(), visit, entry, mode));
        grown.run();
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * On the journal's thread. Where the disk is full, the reserve is given up and the work done again: what failed was
     * rolled back.
     */
    private <T> T saved(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (SQLException trouble) {
            if (!Disk.full(trouble) || !reserve.release()) {
                throw trouble;
            }
            full = true;
            LOG.error("the disk is full; the journal lives on its reserve, nobody new is served");
            T done = work.call();
            note("journal-full");
            return done;
        }
    }

    /** On the journal's thread. What was done before stays done, also where this cannot be written. */
    private void note(String kind) {
        try {
            ledger.write(now(), VisitId.NONE, Entry.of(kind, Map.of()), new Mode.Note());
        } catch (SQLException trouble) {
            LOG.error("{} cannot be noted", kind, trouble);
        }
    }

    private <T> T on(Callable<T> work) {
        try {
            T done = scribe.on(() -> saved(work));
            pulse = System.nanoTime();
            return done;
        } catch (RejectedExecutionException closed) {
            throw new Broken("the journal is closed", closed);
        } catch (ExecutionException trouble) {
            throw broken(trouble);
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
        scribe.close();
        try {
            ledger.close();
        } catch (SQLException e) {
            LOG.warn("the journal did not close cleanly", e);
        }
    }
}
