package io.zizhu.terminal.journal;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The journal's one thread: does what any thread asks, one after another, and something of its own now and then. A platform
 * thread, because SQLite blocks in native code.
 *
 * <p>To wake a thread takes a good part of the time of a commit on a good disk, and who writes a row often has the next one
 * at once. So the scribe looks for some microseconds whether there is more before it sleeps.
 */
final class Scribe implements AutoCloseable {
    private static final boolean LOOKS = Runtime.getRuntime().availableProcessors() > 1;
    private static final long NEXT = TimeUnit.MICROSECONDS.toNanos(50); // who has more to write is back within

    private final Queue<FutureTask<?>> asked = new ConcurrentLinkedQueue<>();
    private final Runnable own;
    private final long every;
    private final Thread thread;
    private volatile boolean sleeping;
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * @param own done again and again, so much time after the last time, and at the end; must not throw
     */
    Scribe(Runnable own, Duration every) {
        this.own = own;
        this.every = every.toNanos();
        this.thread = Thread.ofPlatform().name("journal").daemon().start(this::run);
    }

    /**
     * Has this done and waits for it. An interruption is kept and told afterwards.
     *
     * @throws ExecutionException where the work threw
     * @throws RejectedExecutionException after {@link #close}
     */
    <T> T on(Callable<T> work) throws ExecutionException {
        if (closing) {
            throw new RejectedExecutionException("closed");
        }
        var piece = new FutureTask<>(work);
        asked.add(piece);
        if (sleeping) {
            LockSupport.unpark(thread);
        }
        if (ended) {
            piece.cancel(false); // without effect where it was done after all
        }
        return answer(piece);
    }

    private static <T> T answer(FutureTask<T> piece) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return piece.get();
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        } catch (CancellationException closed) {
            throw new RejectedExecutionException("closed", closed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            work();
        } finally {
            ended = true; // also where an error ends the thread: nobody waits for what is never done
            for (FutureTask<?> late = asked.poll(); late != null; late = asked.poll()) {
                late.cancel(false);
            }
        }
    }

    private void work() {
        long due = System.nanoTime() + every;
        while (!closing || !asked.isEmpty()) {
            FutureTask<?> piece = next(due);
            if (piece != null) {
                piece.run();
            }
            if (System.nanoTime() - due >= 0) {
                own.run();
                due = System.nanoTime() + every;
            }
        }
        own.run();
    }

    /** The next piece of work; null where something else is to be looked at first. */
    private @Nullable FutureTask<?> next(long due) {
        FutureTask<?> piece = asked.poll();
        for (long until = System.nanoTime() + NEXT; LOOKS && piece == null && System.nanoTime() - until < 0; ) {
            Thread.onSpinWait();
            piece = asked.poll();
        }
        if (piece == null) {
            sleeping = true;
            if (asked.isEmpty() && !closing) {
                LockSupport.parkNanos(this, due - System.nanoTime());
            }
            sleeping = false;
        }
        return piece;
    }

    /** Ends when everything asked so far is done. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
