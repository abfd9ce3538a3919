package io.zizhu.wire.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zizhu.wire.chain.ChainHead.Followed;
import io.zizhu.wire.chain.ChainHead.Walked;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainHeadTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");

    private final ChainHead start = ChainHead.genesis("t-0001");
    private final List<ChainRow> rows = chain(start, 40, new Random(1));

    @Test
    void a_chain_verifies_from_its_start_and_from_any_row() {
        assertEquals(new Walked.Whole(ChainHead.after(rows.getLast())), start.walk(rows));
        for (int i = 1; i < rows.size(); i++) {
            assertInstanceOf(
                    Walked.Whole.class, ChainHead.after(rows.get(i - 1)).walk(rows.subList(i, rows.size())));
        }
    }

    @Test
    void rows_survive_the_journey() {
        for (ChainRow row : rows) {
            assertEquals(new Read.Good<>(row), ChainRow.FORM.open(ChainRow.FORM.bytes(row)));
        }
    }

    @Test
    void gaps_forks_repeats_and_changes_are_named() {
        var head = ChainHead.after(rows.get(9));
        assertEquals(new Followed.Gap(11, 13), head.follow(rows.get(12)));
        assertEquals(new Followed.Before(10), head.follow(rows.get(9)));
        var other = chain(start, 11, new Random(2)).getLast();
        assertEquals(new Followed.Fork(11), head.follow(other));
        assertNotEquals(start, ChainHead.genesis("t-0002"));
        assertEquals(new Followed.Fork(1), ChainHead.genesis("t-0002").follow(rows.getFirst()));
    }

    @Test
    void a_change_in_any_field_of_any_row_is_tampering() {
        for (int i = 0; i < rows.size(); i++) {
            var r = rows.get(i);
            long n = r.seq();
            for (ChainRow changed : List.of(
                    new ChainRow(
                            n, AT.plusMillis(1), r.kind(), r.visit(), r.open(), r.sealed(), r.previous(), r.hash()),
                    new ChainRow(n, r.at(), "x", r.visit(), r.open(), r.sealed(), r.previous(), r.hash()),
                    new ChainRow(n, r.at(), r.kind(), "x", r.open(), r.sealed(), r.previous(), r.hash()),
                    new ChainRow(
                            n, r.at(), r.kind(), r.visit(), r.open().with("x", 1), r.sealed(), r.previous(), r.hash()),
                    new ChainRow(n, r.at(), r.kind(), r.visit(), r.open(), Octets.utf8("x"), r.previous(), r.hash()))) {
                var torn = new ArrayList<>(rows);
                torn.set(i, changed);
                assertEquals(new Walked.Torn(new Followed.Tampered(n)), start.walk(torn));
            }
        }
    }

    private static List<ChainRow> chain(ChainHead from, int length, Random random) {
        var rows = new ArrayList<ChainRow>();
        ChainHead head = from;
        for (int i = 0; i < length; i++) {
            byte[] sealed = new byte[random.nextInt(50)];
            random.nextBytes(sealed);
            var row = head.append(
                    AT,
                    "visit.step",
                    "v-" + random.nextInt(9),
                    Json.Obj.EMPTY.with("n", random.nextInt()),
                    Octets.of(sealed));
            rows.add(row);
            head = ChainHead.after(row);
        }
        return rows;
    }
}
