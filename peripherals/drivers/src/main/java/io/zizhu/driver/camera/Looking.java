package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one platform thread on which a camera's native code runs, so that no virtual thread's carrier is held up. Whoever
 * asks waits for it and can be interrupted.
 */
public final class Looking implements AutoCloseable {
    private final String where;
    private final ExecutorService thread;

    public Looking(String where) {
        this.where = where;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("eye-" + where).factory());
    }

    /**
     * Opens something there; where nobody waits for it any more, it is closed again.
     *
     * @throws DeviceAway as the opening throws it, LOST where the caller was interrupted; this is closed then
     */
    public <T extends AutoCloseable> T open(Callable<T> opening) throws DeviceAway {
        Future<T> opened = thread.submit(opening);
        try {
            return opened.get();
        } catch (ExecutionException trouble) {
            close();
            throw thrown(trouble);
        } catch (InterruptedException stop) {
            thread.execute(() -> closeLate(opened));
            close();
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "stopped while opening"), stop);
        }
    }

    private static void closeLate(Future<? extends AutoCloseable> opened) {
        if (opened.state() != Future.State.SUCCESS) {
            return;
        }
        try {
            opened.resultNow().close();
        } catch (Exception bug) {
            throw new IllegalStateException("closing what nobody waits for", bug);
        }
    }

    /**
     * Does it there and waits.
     *
     * @return empty where the caller was interrupted meanwhile; the work is told to stop
     */
    public <T> Optional<T> look(Callable<T> work) throws DeviceAway {
        Future<T> look;
        try {
            look = thread.submit(work);
        } catch (RejectedExecutionException shut) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, where + ": closed"), shut);
        }
        try {
            return Optional.of(look.get());
        } catch (InterruptedException stop) {
            look.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException trouble) {
            throw thrown(trouble);
        }
    }

    private static DeviceAway thrown(ExecutionException trouble) {
        if (trouble.getCause() instanceof DeviceAway away) {
            return away;
        }
        throw new IllegalStateException("looking failed", trouble.getCause());
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
