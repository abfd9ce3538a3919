package io.zizhu.central;

import io.zizhu.central.backoffice.StaffWord;
import io.zizhu.central.day.Findings;
import io.zizhu.central.ingest.Intake;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.RowBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A centre's store and the terminal {@code t1}, whose journal is written here and sent as the line sends it. */
public final class OneTerminal implements AutoCloseable {
    private final TestClock clock;
    private final List<ChainRow> journal = new ArrayList<>();
    private final Store store;
    private final Intake intake;

    public OneTerminal(Path folder, TestClock clock) {
        this.clock = clock;
        store = new Store(folder.resolve("centre.db"));
        var director = new Director(KeyCabinet.open(folder.resolve("keys")), clock);
        var staffWord = new StaffWord(clock);
        intake = new Intake(
                store,
                new Rollouts(store, director, (_, _) -> {}, clock),
                (_, _) -> {},
                (sql, word) -> {
                    staffWord.hear(sql, word);
                    Findings.settled(sql, word, clock.instant());
                },
                clock);
        store.run(sql -> sql.change("INSERT INTO terminal (id, joined_at, serial, ends_at) VALUES ('t1',1,'00',2)"));
    }

    public Store store() {
        return store;
    }

    /** Where the next row goes on. */
    public ChainHead head() {
        return journal.isEmpty() ? ChainHead.genesis("t1") : ChainHead.after(journal.getLast());
    }

    /** Writes a row; tells its number. */
    public long row(String kind, String visit, Json.Obj open) {
        return write(head().append(clock.instant(), kind, visit, open, Octets.NONE))
                .seq();
    }

    public ChainRow write(ChainRow row) {
        journal.add(row);
        return row;
    }

    /** The journal was damaged and set aside; from now on a new one is written, from row 1. */
    public void setAside() {
        journal.clear();
        row("journal-set-aside", "", Json.Obj.EMPTY.with("file", "journal.db.set-aside"));
    }

    /** The whole journal from its first row; what the centre has already is a repeat. */
    public void send() {
        String first = journal.getFirst().hash().hex();
        for (int from = 0; from < journal.size(); from += RowBatch.MOST_ROWS) {
            List<ChainRow> some = journal.subList(from, Math.min(journal.size(), from + RowBatch.MOST_ROWS));
            intake.hear("t1", RowBatch.FORM.bytes(new RowBatch(first, some)));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
