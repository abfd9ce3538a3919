package io.zizhu.agent.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainHead.Followed;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.RowBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes up and when, on a pretend clock and over a pretend line that loses, doubles and reorders. */
class DrainTest {
    private static final long SECOND = 1_000_000_000L;
    private static final LinePace PACE = new LinePace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            new LinePace.Rows(10, 4000, 100));

    private static final class Kept implements Outbox {
        private final List<ChainRow> rows = new ArrayList<>();
        private long acknowledged;

        void grow(int more, String visit) {
            for (int i = 0; i < more; i++) {
                var head = rows.isEmpty() ? ChainHead.genesis("t-0001") : ChainHead.after(rows.getLast());
                rows.add(head.append(Instant.EPOCH, "visit", visit, Json.Obj.EMPTY, Octets.NONE));
            }
        }

        @Override
        public long acknowledged() {
            return acknowledged;
        }

        @Override
        public List<ChainRow> after(long seq, int most) {
            int from = (int) Math.min(seq, rows.size());
            return rows.subList(from, Math.min(rows.size(), from + most));
        }

        @Override
        public void acknowledge(long upTo) {
            assertTrue(upTo >= acknowledged && upTo <= rows.size(), "acknowledged " + upTo);
            acknowledged = upTo;
        }
    }

    /** Keeps what continues its chain, and answers with what it holds. */
    private static final class Far {
        private final List<ChainRow> stored = new ArrayList<>();
        private ChainHead head = ChainHead.genesis("t-0001");

        Ack take(RowBatch batch) {
            for (ChainRow row : batch.rows()) {
                if (head.follow(row) instanceof Followed.Next(ChainHead next)) {
                    stored.add(row);
                    head = next;
                }
            }
            return new Ack(
                    batch.chain(),
                    head.seq(),
                    head.seq() == 0 ? "" : head.hash().hex());
        }
    }

    @Test
    void whatever_the_line_loses_doubles_or_reorders_every_row_arrives_once_and_in_order() {
        for (int seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var journal = new Kept();
            journal.grow(random.nextInt(120), "v" + seed);
            var far = new Far();
            long now = tossed(random, journal, far);
            var calm = new Drain(journal, PACE, now);
            for (int step = 0; step < 200 && far.stored.size() < journal.rows.size(); step++) {
                calm.next(now).map(far::take).ifPresent(calm::heard);
                now = calm.wake(now + SECOND);
            }
            assertEquals(journal.rows, far.stored, "seed " + seed);
            assertEquals(journal.rows.size(), journal.acknowledged, "seed " + seed);
        }
    }

    /** A while of bad luck with both directions, lost connections, and rows that are written meanwhile. */
    private static long tossed(Random random, Kept journal, Far far) {
        long now = random.nextLong();
        var up = new ArrayList<RowBatch>();
        var down = new ArrayList<Ack>();
        var drain = new Drain(journal, PACE, now);
        for (int step = 0; step < 150; step++) {
            now += random.nextLong(3 * SECOND);
            switch (random.nextInt(8)) {
                case 0 -> journal.grow(random.nextInt(20), "more");
                case 1 -> drain = new Drain(journal, PACE, now);
                case 2, 3 -> drain.next(now).ifPresent(up::add);
                case 4, 5 -> any(random, up).map(far::take).ifPresent(down::add);
                default -> any(random, down).ifPresent(drain::heard);
            }
            assertTrue(journal.acknowledged <= far.stored.size(), "told of a row that is not there");
        }
        return now;
    }

    /** Any of them, and two times out of three it may come again. */
    private static <T> Optional<T> any(Random random, List<T> sent) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        int which = random.nextInt(sent.size());
        return Optional.of(random.nextInt(3) == 0 ? sent.remove(which) : sent.get(which));
    }

    @Test
    void twenty_thousand_rows_of_days_without_a_line_go_up_one_batch_at_a_time_and_never_faster_than_the_pace() {
        var journal = new Kept();
        journal.grow(20_000, "days");
        var far = new Far();
        long now = 0;
        long end = 0;
        var drain = new Drain(journal, PACE, now);
        var sentInThisSecond = new ArrayList<Long>();
        while (journal.acknowledged < 20_000) {
            long then = now;
            Optional<RowBatch> batch = drain.next(now);
            if (batch.isEmpty()) {
                now = drain.wake(now + SECOND);
                continue;
            }
            assertFalse(drain.next(now + SECOND).isPresent(), "a second batch before the answer to the first");
            batch.get().rows().forEach(row -> sentInThisSecond.add(then));
            sentInThisSecond.removeIf(at -> then - at >= SECOND);
            assertTrue(sentInThisSecond.size() <= 110, sentInThisSecond.size() + " rows in a second");
            drain.heard(far.take(batch.get()));
            end = now;
        }
        assertEquals(journal.rows, far.stored);
        assertTrue(end >= 199 * SECOND && end < 202 * SECOND, "20,000 rows at 100 a second took " + end);
    }

    @Test
    void without_an_answer_a_batch_goes_again_after_5_10_20_and_then_every_40_seconds() {
        var journal = new Kept();
        journal.grow(3, "v");
        var drain = new Drain(journal, PACE, 0);
        var times = new ArrayList<Long>();
        for (long now = 0; times.size() < 6; now = drain.wake(now + 100 * SECOND)) {
            if (drain.next(now).isPresent()) {
                times.add(now / SECOND);
            }
        }
        assertEquals(List.of(0L, 5L, 15L, 35L, 75L, 115L), times);
    }

    @Test
    void rows_too_large_for_one_message_go_in_more_and_a_giant_goes_alone() {
        var journal = new Kept();
        journal.grow(1, "v");
        var head = ChainHead.after(journal.rows.getLast());
        journal.rows.add(head.append(Instant.EPOCH, "accept", "v", Json.Obj.EMPTY, Octets.of(new byte[9000])));
        journal.grow(2, "v");
        var far = new Far();
        var drain = new Drain(journal, PACE, 0);
        var sizes = new ArrayList<Integer>();
        for (long now = 0; journal.acknowledged < 4; now += SECOND) {
            RowBatch batch = drain.next(now).orElseThrow();
            sizes.add(batch.rows().size());
            drain.heard(far.take(batch));
        }
        assertEquals(List.of(1, 1, 2), sizes);
    }

    @Test
    void an_acknowledgement_counts_only_for_this_journals_own_rows() {
        var journal = new Kept();
        journal.grow(30, "v");
        var drain = new Drain(journal, PACE, 0);
        drain.next(0);
        drain.heard(new Ack("0".repeat(64), 10, ""));
        drain.heard(new Ack("", 10, journal.rows.getFirst().hash().hex()));
        drain.heard(new Ack("", 31, journal.rows.getLast().hash().hex()));
        assertEquals(0, journal.acknowledged);
        String chain = journal.rows.getFirst().hash().hex();
        drain.heard(new Ack(chain, 25, journal.rows.get(24).hash().hex()));
        assertEquals(25, journal.acknowledged, "the centre proves that it holds more than this session sent");
    }
}
