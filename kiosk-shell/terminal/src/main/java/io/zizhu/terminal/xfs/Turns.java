package io.zizhu.terminal.xfs;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The queue of one service: one command after the other, on a thread of its own. */
final class Turns implements AutoCloseable {
    /** How many may wait or be carried out at once. */
    static final int MOST = 8;

    private final Semaphore places = new Semaphore(MOST);
    private final LinkedBlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
    private final Set<Job> live = ConcurrentHashMap.newKeySet(); // put in by readers, taken out by whoever ends a job
    private final Thread worker;

    Turns(String name) {
        this.worker = Thread.ofVirtual().name("xfs-" + name).start(this::work);
    }

    /** Takes a place for one job; false where there is none. A place that was taken must be filled by {@link #put}. */
    boolean reserve() {
        return places.tryAcquire();
    }

    void put(Job job) {
        live.add(job);
        waiting.add(job);
        CompletableFuture.delayedExecutor(job.atMost().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    if (job.late()) {
                        over(job);
                    }
                });
    }

    /** @return whether there was any */
    boolean cancel(Predicate<Job> which) {
        boolean any = false;
        for (Job job : live) {
            if (which.test(job)) {
                any = true;
                if (job.cancel()) {
                    over(job);
                }
            }
        }
        return any;
    }

    boolean any(Predicate<Job> which) {
        return live.stream().anyMatch(which);
    }

    private void work() {
        try {
            while (true) {
                Job job = waiting.take();
                job.carryOut();
                over(job);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void over(Job job) {
        if (live.remove(job)) {
            waiting.remove(job);
            places.release();
        }
    }

    @Override
    public void close() {
        worker.interrupt();
        cancel(_ -> true);
    }
}
