package io.zizhu.agent.line;

import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.RowBatch;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rows go up next, and when: one batch at a time, the next when the centre has acknowledged the last, never faster
 * than the pace allows. A batch without an answer goes again, each time after a longer while. An acknowledgement counts
 * only where the centre shows that it holds this journal's own row; rows that it misses are sent once more. For one
 * connection; on the line's thread alone, with its times of {@link System#nanoTime}.
 */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_DOUBLINGS = 10;

    private final Outbox outbox;
    private final LinePace pace;
    private String chain = "";
    private long told;
    private long acknowledged;
    private long sent;
    private int repeats;
    private long again;
    private long free;
    private boolean held;

    Drain(Outbox outbox, LinePace pace, long now) {
        this.outbox = outbox;
        this.pace = pace;
        this.told = outbox.acknowledged();
        this.acknowledged = told;
        this.sent = acknowledged;
        this.again = now;
        this.free = now;
    }

    /** The batch to be sent now, which counts as sent; empty while the centre or the pace is waited for, or all is said. */
    Optional<RowBatch> next(long now) {
        boolean waiting = sent > acknowledged;
        held = false;
        if (waiting && now - again < 0) {
            return Optional.empty();
        }
        List<ChainRow> rows = some(outbox.after(acknowledged, pace.rows().most()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (now - free < 0) {
            held = true;
            return Optional.empty();
        }
        repeats = waiting ? Math.min(repeats + 1, MOST_DOUBLINGS) : 0;
        sent = rows.getLast().seq();
        again = now + Math.min(pace.ack().toNanos() << repeats, patience());
        free = now + rows.size() * SECOND / pace.rows().aSecond();
        return Optional.of(new RowBatch(chain(), rows));
    }

    /** When {@link #next} has something to say again, if nothing is heard until then; at most {@code latest}. */
    long wake(long latest) {
        if (held) {
            return Math.min(free, latest);
        }
        return sent > acknowledged ? Math.min(again, latest) : latest;
    }

    void heard(Ack ack) {
        if (!ack.chain().isEmpty() && !ack.chain().equals(chain())) {
            LOG.warn("an acknowledgement of another journal than this one is passed over");
        } else if (!ours(ack)) {
            LOG.error("row {} at the centre is not the one in this journal; its rows stay here", ack.upTo());
        } else if (ack.upTo() > Math.max(sent, acknowledged) && ack.head().isEmpty()) {
            LOG.warn("the centre acknowledges row {}, but only {} were sent", ack.upTo(), sent);
        } else if (ack.upTo() >= acknowledged) {
            acknowledged = ack.upTo();
            sent = Math.max(sent, acknowledged);
            if (acknowledged > told) {
                told = acknowledged;
                outbox.acknowledge(told);
            }
        } else {
            LOG.warn("the centre holds rows up to {} only; sending again from there", ack.upTo());
            acknowledged = ack.upTo();
        }
    }

    /** Whether the centre's last row is this journal's; a centre that shows none is believed. */
    private boolean ours(Ack ack) {
        if (ack.head().isEmpty() || ack.upTo() == 0) {
            return true;
        }
        List<ChainRow> row = outbox.after(ack.upTo() - 1, 1);
        return !row.isEmpty()
                && row.getFirst().seq() == ack.upTo()
                && row.getFirst().hash().hex().equals(ack.head());
    }

    private long patience() {
        return Math.max(pace.ack().toNanos(), pace.mostBackOff().toNanos());
    }

    /** As many of these as fit in one message, but at least one. */
    private List<ChainRow> some(List<ChainRow> rows) {
        int fit = 0;
        long bytes = 0;
        while (fit < rows.size()) {
            bytes += ChainRow.FORM.bytes(rows.get(fit)).length;
            if (fit > 0 && bytes > pace.rows().bytes()) {
                break;
            }
            fit++;
        }
        return rows.subList(0, fit);
    }

    private String chain() {
        if (chain.isEmpty()) {
            chain = outbox.after(0, 1).stream()
                    .map(ChainRow::hash)
                    .map(Digest::hex)
                    .findFirst()
                    .orElse("");
        }
        return chain;
    }
}
