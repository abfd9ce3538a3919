package io.zizhu.agent.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zizhu.agent.disk.CutDisk;
import io.zizhu.agent.line.Joining.Joined;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RowBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The line against a real broker; the test is the centre behind it. */
class LineTest {
    private static final LinePace PACE = new LinePace(
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMillis(700),
            new LinePace.Rows(10, 1 << 20, 10_000));

    /** Written by the test, read by the line's thread: hence the monitors. */
    private static final class Journal implements Outbox {
        private final List<ChainRow> rows = new ArrayList<>();
        private long acknowledged;

        synchronized void grow(int more) {
            for (int i = 0; i < more; i++) {
                var head = rows.isEmpty() ? ChainHead.genesis("t-0001") : ChainHead.after(rows.getLast());
                rows.add(head.append(Instant.EPOCH, "visit.closed", "v", Json.Obj.EMPTY, Octets.NONE));
            }
        }

        @Override
        public synchronized long acknowledged() {
            return acknowledged;
        }

        @Override
        public synchronized List<ChainRow> after(long seq, int most) {
            return rows.stream().filter(row -> row.seq() > seq).limit(most).toList();
        }

        @Override
        public synchronized void acknowledge(long upTo) {
            acknowledged = Math.max(acknowledged, upTo);
        }
    }

    private final Journal journal = new Journal();
    private final BlockingQueue<Pointer> rings = new LinkedBlockingQueue<>();

    @Test
    void rows_go_up_in_order_and_again_until_acknowledged_and_the_doorbell_comes_down(@TempDir Path temp)
            throws Exception {
        try (var centre = new FakeCentre();
                var broker = new TestBroker(centre.authority, temp)) {
            centre.mqtt = broker.address();
            var identity = joined(centre);
            var topics = identity.topics();
            var pointer = new Pointer(3, Digest.of(new byte[0]));
            broker.say(topics.cfg(), Pointer.FORM, pointer, true);
            journal.grow(23);
            long first;
            try (var link = Link.open(identity, ports(), PACE)) {
                first = assertInstanceOf(Presence.Online.class, broker.next(topics.st(), Presence.FORM))
                        .epoch();
                assertEquals(pointer, rings.poll(10, TimeUnit.SECONDS));
                assertTrue(link.line().state().connected());

                assertEquals(List.of(1L, 10L), edges(broker.next(topics.ev(), RowBatch.FORM)));
                assertEquals(List.of(1L, 10L), edges(broker.next(topics.ev(), RowBatch.FORM)), "no ack: again");
                broker.say(topics.ack(), Ack.FORM, new Ack(10), false);
                assertEquals(List.of(11L, 20L), edges(broker.next(topics.ev(), RowBatch.FORM)));
                broker.say(topics.ack(), Ack.FORM, new Ack(99), false);
                assertEquals(List.of(11L, 20L), edges(broker.next(topics.ev(), RowBatch.FORM)), "a foolish ack");
                broker.say(topics.ack(), Ack.FORM, new Ack(4), false);
                assertEquals(List.of(5L, 14L), edges(broker.next(topics.ev(), RowBatch.FORM)), "the centre lost rows");
                broker.say(topics.ack(), Ack.FORM, new Ack(14), false);
                assertEquals(List.of(15L, 23L), edges(broker.next(topics.ev(), RowBatch.FORM)));
                broker.say(topics.ack(), Ack.FORM, new Ack(23), false);
                await(() -> journal.acknowledged() == 23);

                broker.drop("t-0001");
                assertEquals(new Presence.Lost(first), broker.next(topics.st(), Presence.FORM));
                var second = assertInstanceOf(Presence.Online.class, broker.next(topics.st(), Presence.FORM));
                assertTrue(second.epoch() > first);
                journal.grow(1);
                link.line().rows();
                assertEquals(List.of(24L, 24L), edges(broker.next(topics.ev(), RowBatch.FORM)));
                first = second.epoch();
            }
            assertEquals(new Presence.Stopping(first), broker.next(topics.st(), Presence.FORM));
        }
    }

    /** Days without a line, drained through a real broker as fast as both ends can; the time goes into the report. */
    @Test
    @Tag("thorough")
    void twenty_thousand_rows_are_drained_in_order_and_once(@TempDir Path temp, TestReporter reporter)
            throws Exception {
        try (var centre = new FakeCentre();
                var broker = new TestBroker(centre.authority, temp)) {
            centre.mqtt = broker.address();
            var identity = joined(centre);
            journal.grow(20_000);
            var fast = new LinePace(
                    PACE.firstBackOff(),
                    PACE.mostBackOff(),
                    PACE.heartbeat(),
                    PACE.answer(),
                    PACE.answer(),
                    new LinePace.Rows(50, 1 << 20, 1_000_000));
            long began = System.nanoTime();
            try (var link = Link.open(identity, ports(), fast)) {
                var head = ChainHead.genesis("t-0001");
                while (head.seq() < 20_000) {
                    RowBatch batch = broker.next(identity.topics().ev(), RowBatch.FORM);
                    head = assertInstanceOf(ChainHead.Walked.Whole.class, head.walk(batch.rows()))
                            .head();
                    var ack = new Ack(batch.chain(), head.seq(), head.hash().hex());
                    broker.say(identity.topics().ack(), Ack.FORM, ack, false);
                }
                await(() -> journal.acknowledged() == 20_000);
                assertTrue(link.line().state().connected());
            }
            long took = System.nanoTime() - began;
            reporter.publishEntry("rows a second", String.valueOf(20_000 * 1_000_000_000L / took));
        }
    }

    @Test
    void with_nobody_there_the_line_says_so_and_closes_at_once() throws Exception {
        try (var centre = new FakeCentre()) {
            var link = Link.open(joined(centre), ports(), PACE);
            await(() -> link.line().state().reason().startsWith("connect"));
            assertEquals(false, link.line().state().connected());
            long began = System.nanoTime();
            link.close();
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
            await(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("mqtt")));
        }
    }

    private Line.Ports ports() {
        return new Line.Ports(journal, LineTest::state, rings::add, InstantSource.system());
    }

    private static Identity joined(FakeCentre centre) throws Exception {
        var joining = new Joining(new CutDisk(1), TestAuthority::request, InstantSource.system());
        var joined = joining.join(centre.line(), "training", centre.code(), Duration.ofSeconds(20));
        return assertInstanceOf(Joined.Member.class, joined).identity();
    }

    private static List<Long> edges(RowBatch batch) {
        return List.of(batch.rows().getFirst().seq(), batch.rows().getLast().seq());
    }

    private static Presence.TerminalState state() {
        return new Presence.TerminalState(Instant.EPOCH, "inService", 0, "", "test", true, 0, 0, List.of(), List.of());
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail("it never came true");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
