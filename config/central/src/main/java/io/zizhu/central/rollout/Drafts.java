package io.zizhu.central.rollout;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Octets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait for a second person. Whoever wrote a draft can never approve it; a draft written on top of an
 * older version of its section cannot be approved at all, so that nobody's change is undone unseen. Any thread.
 */
public final class Drafts {
    private static final String SELECT =
            "SELECT id, section, bytes, base, author, made_at, state, decider, bundle, changes FROM draft";

    private final Store store;
    private final Rollouts rollouts;
    private final Clock clock;

    public Drafts(Store store, Rollouts rollouts, Clock clock) {
        this.store = store;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    /** What became of a draft. */
    public enum State {
        WAITING,
        PUBLISHED,
        REJECTED
    }

    /**
     * One draft.
     *
     * @param base version of the section it was written on
     * @param bundle version it was published in
     * @param changes what differs from the version it was written on
     */
    public record Draft(
            long id,
            String section,
            Octets bytes,
            long base,
            String author,
            Instant made,
            State state,
            Optional<String> decider,
            Optional<Long> bundle,
            List<Change> changes) {}

    /** What became of a technician's wish. */
    public sealed interface Outcome {
        record Kept(long draft) implements Outcome {}

        record Published(long bundle) implements Outcome {}

        record Rejected(long draft) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /** Writes a draft, if the content could be published. */
    public Outcome write(String author, String name, byte[] bytes) {
        return store.keep(sql -> {
            Optional<Sections.Standing> standing = Sections.find(sql, name);
            if (standing.isEmpty()) {
                return new Outcome.Refused("there is no section " + name);
            }
            var section = new Section(name, standing.get().section().schema(), Octets.of(bytes));
            Optional<String> complaint = Complaint.of(section);
            if (complaint.isPresent()) {
                return new Outcome.Refused(complaint.get());
            }
            if (standing.get().section().bytes().equals(section.bytes())) {
                return new Outcome.Refused("nothing is changed");
            }
            sql.change(
                    "INSERT INTO draft (section, bytes, base, author, made_at, state, changes) "
                            + "VALUES (?,?,?,?,?,'WAITING',?)",
                    name,
                    bytes,
                    standing.get().version(),
                    author,
                    clock.instant(),
                    Change.LIST.bytes(Change.between(standing.get().section(), section)));
            return new Outcome.Kept(
                    sql.one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow());
        });
    }

    /** Approves, signs and publishes in one commit; then rings. */
    public Outcome approve(String approver, long id) {
        Outcome outcome = store.keep(sql -> {
            Optional<Draft> found = waiting(sql, id);
            if (found.isEmpty()) {
                return new Outcome.Refused("no draft " + id + " is waiting");
            }
            Draft draft = found.get();
            if (draft.author().equals(approver)) {
                return new Outcome.Refused("a second person must approve what " + approver + " wrote");
            }
            long now = Sections.find(sql, draft.section()).orElseThrow().version();
            if (now != draft.base()) {
                return new Outcome.Refused("the section was changed since this draft was written; write it again");
            }
            Sections.change(sql, draft.section(), draft.bytes().bytes());
            long bundle = rollouts.publish(sql);
            decide(sql, id, State.PUBLISHED, approver, bundle);
            return new Outcome.Published(bundle);
        });
        if (outcome instanceof Outcome.Published) {
            rollouts.ring();
        }
        return outcome;
    }

    /** Puts a draft aside; its author may do that too. */
    public Outcome reject(String by, long id) {
        return store.keep(sql -> {
            if (waiting(sql, id).isEmpty()) {
                return new Outcome.Refused("no draft " + id + " is waiting");
            }
            decide(sql, id, State.REJECTED, by, null);
            return new Outcome.Rejected(id);
        });
    }

    /** The newest drafts, newest first. */
    public List<Draft> all() {
        return store.keep(sql -> sql.all(SELECT + " ORDER BY id DESC LIMIT 100", Drafts::draft));
    }

    private void decide(Sql sql, long id, State state, String by, @Nullable Long bundle) throws SQLException {
        sql.change(
                "UPDATE draft SET state = ?, decider = ?, decided_at = ?, bundle = ? WHERE id = ?",
                state.name(),
                by,
                clock.instant(),
                bundle,
                id);
    }

    private static Optional<Draft> waiting(Sql sql, long id) throws SQLException {
        return sql.one(SELECT + " WHERE id = ? AND state = 'WAITING'", Drafts::draft, id);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        @Nullable String decider = row.getString(8);
        long bundle = row.getLong(9);
        return new Draft(
                row.getLong(1),
                row.getString(2),
                Octets.of(row.getBytes(3)),
                row.getLong(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                State.valueOf(row.getString(7)),
                Optional.ofNullable(decider),
                bundle == 0 ? Optional.empty() : Optional.of(bundle),
                Change.LIST.open(row.getBytes(10)).orThrow());
    }
}
