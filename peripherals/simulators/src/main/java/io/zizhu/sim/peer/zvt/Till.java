package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.pay.Mood;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The link to one till: a thread of its own hears it, the conversation's thread speaks; both meet in one queue. */
final class Till implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);
    private static final long ACCEPTANCE_MILLIS = 5_000;

    private final Framing framing;
    private final Closeable line;
    private final Mood mood;
    private final LinkedBlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final ArrayDeque<Happening> put = new ArrayDeque<>();
    private volatile boolean closed;

    /** @param line closing it hangs up */
    Till(Framing framing, Closeable line, Mood mood) {
        this.framing = framing;
        this.line = line;
        this.mood = mood;
        Thread.ofVirtual().name("zvt-peer-ear").start(this::hear);
    }

    private void hear() {
        try {
            while (true) {
                happenings.add(new Happening.Heard(framing.hear()));
            }
        } catch (IOException gone) {
            happenings.add(new Happening.Gone()); // that is all the conversation needs to know
        }
    }

    void person(String act) {
        happenings.add(new Happening.Person(act));
    }

    /** What happens next; null where nothing does in that time. Stands still while the pad is hung. */
    @Nullable
    Happening next(long millis) throws TillGone {
        Happening early = put.poll();
        if (early != null) {
            return early;
        }
        return fresh(millis);
    }

    private @Nullable Happening fresh(long millis) throws TillGone {
        try {
            Happening happening = happenings.poll(millis, TimeUnit.MILLISECONDS);
            while (mood.hung() && !closed) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            return happening;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TillGone();
        }
    }

    /** Says something and waits until the till has accepted it; what else comes meanwhile is kept for later. */
    void say(Telegram telegram) throws TillGone {
        tell(telegram);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACCEPTANCE_MILLIS);
        while (!mood.silent()) {
            Happening happening = fresh(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            switch (happening) {
                case null -> throw new TillGone();
                case Happening.Gone() -> throw new TillGone();
                case Happening.Heard(Telegram heard)
                when heard.is(0x8000) -> {
                    return;
                }
                default -> put.add(happening);
            }
        }
    }

    /** Says something that the till does not accept: the pad's own acceptance or refusal. */
    void tell(Telegram telegram) throws TillGone {
        if (mood.silent()) {
            return;
        }
        try {
            framing.tell(telegram);
        } catch (IOException gone) {
            throw new TillGone();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            line.close();
        } catch (IOException already) {
            LOG.debug("a line that was dead already: {}", already.getMessage());
        }
    }
}
