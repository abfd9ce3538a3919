package io.zizhu.sim.peer.training;

import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: hears asks and cancels on its own thread, runs an errand on another, tells on a third that it still
 * works. One line at a time goes out: {@link #sending} sees to that.
 */
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final int MOST = 16 * 1024;
    private static final Duration STILL = Duration.ofMillis(500);

    private final Trade trade;
    private final LineTrouble trouble;
    private final Tape tape;
    private final OutputStream out;
    private final Turn turn;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile @Nullable Errand errand;
    private volatile boolean gone;

    Talk(Trade trade, LineTrouble trouble, Tape tape, OutputStream out, Turn turn) {
        this.trade = trade;
        this.trouble = trouble;
        this.tape = tape;
        this.out = out;
        this.turn = turn;
    }

    /** Until the line ends. */
    void hear(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int one = in.read(); one >= 0; one = in.read()) {
                if (one == '\n' || line.size() >= MOST) {
                    byte[] bytes = line.toByteArray();
                    tape.in(bytes, bytes.length);
                    line.reset();
                    Sentence.read(new String(bytes, StandardCharsets.ISO_8859_1).strip())
                            .ifPresent(this::heard);
                } else {
                    line.write(one);
                }
            }
        } finally {
            gone = true;
            Errand now = errand;
            if (now != null) {
                now.cancel();
            }
        }
    }

    private void heard(Sentence said) {
        switch (said.word()) {
            case "ask" -> asked(said);
            case "cancel" -> {
                Errand now = errand;
                if (now != null && now.id() == said.id()) {
                    now.cancel();
                }
            }
            default -> LOG.debug("training line: {} {}", said.word(), said.id());
        }
    }

    private void asked(Sentence ask) {
        switch (ask.fields().getOrDefault("what", "")) {
            case "hello" -> done(ask.id(), "hello", Map.of("kind", trade.kind().word(), "line", "1"));
            case "state" -> done(ask.id(), "state", trade.state());
            default -> {
                Errand next = new Errand(ask, this::tell);
                if (turn.take(next)) {
                    errand = next;
                    tell(new Sentence("heard", ask.id(), Map.of()));
                    Thread.ofVirtual().name("training errand").start(() -> perform(next));
                } else {
                    done(ask.id(), "busy", Map.of());
                }
            }
        }
    }

    private void perform(Errand one) {
        Thread.ofVirtual().name("training still").start(() -> still(one));
        try {
            Ended ended = trade.perform(one);
            sending.lock(); // no "still" comes after the outcome
            try {
                errand = null;
                turn.give(one);
                done(one.id(), ended.outcome(), ended.more());
            } finally {
                sending.unlock();
            }
        } finally {
            turn.give(one);
        }
    }

    private void still(Errand one) {
        while (!gone) {
            LockSupport.parkNanos(STILL.toNanos());
            sending.lock();
            try {
                if (errand != one) {
                    return;
                }
                tell(new Sentence("still", one.id(), Map.of()));
            } finally {
                sending.unlock();
            }
        }
    }

    private void done(int id, String outcome, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("outcome", outcome));
        fields.putAll(more);
        tell(new Sentence("done", id, fields));
    }

    private void tell(Sentence sentence) {
        sending.lock();
        try {
            trouble.send(sentence.write(), out, tape);
        } catch (IOException hungUp) {
            gone = true;
            LOG.debug("training line: {}", hungUp.getMessage());
        } finally {
            sending.unlock();
        }
    }
}
