package io.zizhu.sim.peer.training;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One {@code ask} on its way through the device, until it ended. Any thread. */
public final class Errand {
    /** A device left alone ends by itself this long after the asker's patience. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Sentence ask;
    private final long deadline;
    private final Consumer<Sentence> tell;
    private volatile boolean cancelled;

    Errand(Sentence ask, Consumer<Sentence> tell) {
        this.ask = ask;
        this.tell = tell;
        String patience = ask.fields().getOrDefault("patience", "0");
        long millis = patience.matches("[0-9]{1,9}") ? Long.parseLong(patience) : 0;
        this.deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos() + GRACE_NANOS;
    }

    int id() {
        return ask.id();
    }

    void cancel() {
        cancelled = true;
    }

    /** The act that is asked for, such as {@code capture}. */
    public String what() {
        return ask.fields().getOrDefault("what", "");
    }

    public String field(String key, String otherwise) {
        return ask.fields().getOrDefault(key, otherwise);
    }

    /** Cancelled, long past the asker's patience, or the line is gone. */
    public boolean over() {
        return cancelled || System.nanoTime() - deadline > 0;
    }

    /** Tells something while the act goes on. */
    public void note(String what, Map<String, String> more) {
        Map<String, String> fields = new java.util.LinkedHashMap<>(Map.of("what", what));
        fields.putAll(more);
        tell.accept(new Sentence("note", id(), fields));
    }

    /** Waits for it; false where the errand was over first. */
    public boolean await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            if (over()) {
                return false;
            }
            LockSupport.parkNanos(5_000_000L);
        }
        return true;
    }

    /** Lets time pass, as a motor does; false where the errand was over first. */
    public boolean lasts(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        return await(() -> System.nanoTime() - until >= 0);
    }
}
