package io.zizhu.agent.line;

import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RowBatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one MQTT session after another, for ever. One virtual thread owns everything here; the others leave notes in its
 * queue. Which rows go up when is {@link Drain}'s: a row may arrive twice, never out of order, never not.
 */
public final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** What the owner thread is told. */
    private sealed interface Note {
        record Heard(Session.Sound sound) implements Note {}

        record Rows() implements Note {}

        record State() implements Note {}

        record Stop() implements Note {}
    }

    /** The rooms around the line. Called by its thread; must not wait long. */
    public record Ports(
            Outbox outbox, Supplier<Presence.TerminalState> state, Consumer<Pointer> bell, InstantSource clock) {}

    private final Identity identity;
    private final Identity.Stores stores;
    private final Ports ports;
    private final LinePace pace;
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>(10_000);
    private final Thread owner;
    private final Session.Ears ears;
    private volatile LineState state;
    private volatile boolean stopping;
    private long epoch;
    private long tellAgain;
    private boolean changed;

    Line(Identity identity, Identity.Stores stores, Ports ports, LinePace pace) {
        this.identity = identity;
        this.stores = stores;
        this.ports = ports;
        this.pace = pace;
        this.state = new LineState(false, ports.clock().instant(), "not yet connected");
        var daemons = Thread.ofPlatform().daemon().name("mqtt").factory();
        this.ears = new Session.Ears(sound -> notes.offer(new Note.Heard(sound)), work -> daemons.newThread(work)
                .start());
        this.owner = Thread.ofVirtual().name("line").unstarted(this::live);
    }

    void start() {
        owner.start();
    }

    public LineState state() {
        return state;
    }

    /** The journal has grown. Any thread. */
    public void rows() {
        notes.offer(new Note.Rows());
    }

    /** The terminal's state has changed. Any thread. */
    public void changed() {
        notes.offer(new Note.State());
    }

    /** Says goodbye to the broker and ends the thread; waits a few seconds at most. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        notes.offer(new Note.Stop());
        if (!owner.join(Duration.ofSeconds(6))) {
            owner.interrupt();
        }
    }

    private void live() {
        int failures = 0;
        try {
            while (!stopping) {
                epoch = Math.max(epoch + 1, ports.clock().millis());
                try (var session = Session.open(identity, stores, epoch, pace.answer(), ears)) {
                    failures = 0;
                    state = new LineState(true, ports.clock().instant(), "");
                    LOG.info("line up, epoch {}", epoch);
                    serve(session);
                } catch (Session.Broken broken) {
                    failures++;
                    lost(broken.reason());
                    rest(failures);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lost("stopped");
    }

    private void lost(String reason) {
        if (state.connected()) {
            LOG.info("line down: {}", reason);
            state = new LineState(false, ports.clock().instant(), reason);
        } else {
            state = new LineState(false, state.since(), reason);
        }
    }

    /** Waits a random while, doubling its bound; the end of everything is heard, other notes wait. */
    private void rest(int failures) throws InterruptedException {
        long bound =
                Math.min(pace.mostBackOff().toNanos(), pace.firstBackOff().toNanos() << Math.min(failures - 1, 20));
        long end = System.nanoTime() + ThreadLocalRandom.current().nextLong(bound / 4, bound + 1);
        for (long left = end - System.nanoTime(); left > 0 && !stopping; left = end - System.nanoTime()) {
            notes.poll(left, TimeUnit.NANOSECONDS); // a new session tells state and rows anyway
        }
    }

    private void serve(Session session) throws Session.Broken, InterruptedException {
        var drain = new Drain(ports.outbox(), pace, System.nanoTime());
        changed = true;
        while (!stopping) {
            long now = System.nanoTime();
            if (changed || now - tellAgain >= 0) {
                changed = false;
                tellAgain = now + pace.heartbeat().toNanos();
                session.tell(ports.state().get());
            }
            Optional<RowBatch> batch = drain.next(System.nanoTime());
            if (batch.isPresent()) {
                session.publish(identity.topics().ev(), RowBatch.FORM.bytes(batch.get()));
            }
            Note note = notes.poll(Math.max(1, drain.wake(tellAgain) - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (note != null) {
                noted(note, drain);
            }
        }
    }

    private void noted(Note note, Drain drain) throws Session.Broken {
        switch (note) {
            case Note.Rows _, Note.Stop _ -> {}
            case Note.State _ -> changed = true;
            case Note.Heard(Session.Sound.Lost(long old, String reason)) -> {
                if (old == epoch) {
                    throw new Session.Broken("connection", new java.io.IOException(reason));
                }
            }
            case Note.Heard(Session.Sound.Message(String topic, byte[] payload)) -> message(topic, payload, drain);
        }
    }

    private void message(String topic, byte[] payload, Drain drain) {
        if (topic.equals(identity.topics().cfg())) {
            Pointer pointer = understood(topic, Pointer.FORM.open(payload, Limits.SMALL));
            if (pointer != null) {
                ports.bell().accept(pointer);
            }
        } else if (topic.equals(identity.topics().ack())) {
            Ack ack = understood(topic, Ack.FORM.open(payload, Limits.SMALL));
            if (ack != null) {
                drain.heard(ack);
            }
        }
    }

    private static <T> @Nullable T understood(String topic, Read<T> read) {
        return switch (read) {
            case Read.Good<T>(T value) -> value;
            case Read.Bad<T>(String field, String why) -> {
                LOG.warn("{}: {} {}", topic, field, why);
                yield null;
            }
        };
    }
}
