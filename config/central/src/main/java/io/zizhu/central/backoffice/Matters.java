package io.zizhu.central.backoffice;

import io.zizhu.catalogue.Words;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The case files. A case is made in the same commit as its answer is written down, under the key its terminal chose:
 * the same key finds the answer again. Any thread.
 */
final class Matters {
    private static final int CODE_DIGITS = 8;

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Matters(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    enum State {
        /** Accepted, waits for its fee. */
        PROVISIONAL,
        /** Accepted and paid, or free: work goes on. */
        TAKEN,
        WITHDRAWN,
        /** The station's staff find out what became of its money or its paper. */
        INQUIRY,
        /** An officer has to look at it. */
        OFFICER,
        DONE
    }

    /** What makes a repeated question the same question. */
    record Key(String terminal, String key, String ask, String item, String person) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Numbers for one new case, unused where the case does not come about. */
    record Numbers(String caseNumber, String certificate, String code) {}

    /** The answer to a new case and the first line of its history; without a state there is no case. */
    record Made(Answer answer, @Nullable State state, String zh, String en) {
        static Made of(Answer answer, State state, String zh, String en) {
            return new Made(answer, state, zh, en);
        }

        static Made nothing(Answer answer) {
            return new Made(answer, null, "", "");
        }
    }

    /** Says what becomes of a new case. */
    interface Maker {
        Made make(Numbers numbers);
    }

    /** The stored answer to this key, or what {@code maker} makes of it, stored. */
    Answer once(Key key, byte[] request, Maker maker) {
        Optional<Answer> earlier = store.keep(sql -> earlier(sql, key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String code = code();
        long count = store.keep(Matters::count);
        Made made = maker.make(numbers(count, code));
        if (made.state() == null) {
            return made.answer();
        }
        State state = made.state();
        return store.keep(sql -> {
            Optional<Answer> meanwhile = earlier(sql, key);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            insert(sql, key, request, made, state, numbers(count, code));
            return made.answer();
        });
    }

    /** The cases with a fee that this terminal began then, without the people in them. */
    Answer.ToDay day(String terminal, Instant from, Instant to) {
        return new Answer.Day(store.keep(sql -> sql.all(
                "SELECT number, made_at, fee, COALESCE(receipt, ''), state FROM matter WHERE terminal = ? AND fee > 0 "
                        + "AND made_at >= ? AND made_at < ? ORDER BY made_at, number LIMIT " + Answer.MOST_FEES,
                row -> new Answer.Fee(
                        row.getString(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5).equals(State.WITHDRAWN.name())),
                terminal,
                from,
                to)));
    }

    /** The history, to whoever has the code, or the case number, and the identity together. */
    Answer.ToProgress progress(String code, String person) {
        return store.keep(sql -> {
            Optional<String> number = sql.one(
                    "SELECT number FROM matter WHERE (code = ?1 OR number = ?1 OR number = 'SL' || ?1) AND person = ?2",
                    row -> row.getString(1),
                    code.strip(),
                    person);
            if (number.isEmpty()) {
                return new Answer.NotFound();
            }
            List<Answer.Step> steps = sql.all(
                    "SELECT at, zh, en FROM step WHERE number = ? ORDER BY at, rowid",
                    row -> new Answer.Step(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3)),
                    number.get());
            return new Answer.Status(steps);
        });
    }

    /** The case is in this state from now on, and its history says so. */
    static void move(Sql sql, String number, State state, Words said, Instant at) throws SQLException {
        sql.change("UPDATE matter SET state = ? WHERE number = ?", state.name(), number);
        sql.change("INSERT INTO step VALUES (?,?,?,?)", number, at, said.zh(), said.en());
    }

    private static Optional<Answer> earlier(Sql sql, Key key) throws SQLException {
        return sql.one(
                "SELECT asked, item, person, answer FROM matter WHERE terminal = ? AND case_key = ?",
                row -> row.getString(1).equals(key.ask())
                                && row.getString(2).equals(key.item())
                                && row.getString(3).equals(key.person())
                        ? Answer.FORM.open(row.getBytes(4)).orThrow()
                        : new Answer.Refused("keyUsedBefore"),
                key.terminal(),
                key.key());
    }

    private void insert(Sql sql, Key key, byte[] request, Made made, State state, Numbers numbers) throws SQLException {
        boolean accepted = made.answer() instanceof Answer.Accepted;
        sql.change(
                "INSERT INTO matter (number, terminal, case_key, item, asked, state, person, fee, code, certificate, "
                        + "request, answer, made_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                numbers.caseNumber(),
                key.terminal(),
                key.key(),
                key.item(),
                key.ask(),
                state.name(),
                key.person(),
                made.answer() instanceof Answer.Accepted(var _, var _, long fee) ? fee : 0L,
                accepted ? numbers.code() : null,
                made.answer() instanceof Answer.Granted ? numbers.certificate() : null,
                request,
                Answer.FORM.bytes(made.answer()),
                clock.instant());
        step(sql, numbers.caseNumber(), made.zh(), made.en());
    }

    private void step(Sql sql, String number, String zh, String en) throws SQLException {
        sql.change("INSERT INTO step VALUES (?,?,?,?)", number, clock.instant(), zh, en);
    }

    /** Counts up for every case that may come; a number that stays unused leaves a hole, never a double. */
    private static long count(Sql sql) throws SQLException {
        sql.change("INSERT INTO note VALUES ('cases', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1");
        return sql.one("SELECT value FROM note WHERE name = 'cases'", row -> row.getLong(1))
                .orElseThrow();
    }

    private Numbers numbers(long count, String code) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(clock.instant(), Counter.ZONE));
        String running = String.format(Locale.ROOT, "%06d", count);
        return new Numbers("SL" + day + running, "WF" + day + running, code);
    }

    private String code() {
        var digits = new StringBuilder(CODE_DIGITS);
        for (int i = 0; i < CODE_DIGITS; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
