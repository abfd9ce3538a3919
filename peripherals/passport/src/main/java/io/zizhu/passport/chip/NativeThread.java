package io.zizhu.passport.chip;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One thread of the platform that carries a reader's native calls, for they may never come back: a virtual thread in
 * native code would hold its carrier, and nobody can interrupt it. The owner waits for it as long as it likes.
 */
final class NativeThread implements AutoCloseable {
    private static final long TURN_MILLIS = 20;

    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pcsc").factory());
    private final Duration silence;

    /** @param silence after which a call that has not come back counts as never coming back */
    NativeThread(Duration silence) {
        this.silence = silence;
    }

    /**
     * Carries out one call and waits for it.
     *
     * @return empty where the caller's patience was over first; the call may still be under way
     * @throws ExecutionException with what the call threw
     * @throws DeviceAway {@code SILENT} where it did not come back, {@code LOST} where the keeper gave up the device
     */
    <T> Optional<T> call(String what, Patience patience, Callable<T> call) throws DeviceAway, ExecutionException {
        Future<T> answer;
        try {
            answer = hand.submit(call);
        } catch (RejectedExecutionException closed) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, what + ": the reader was closed"), closed);
        }
        long until = System.nanoTime() + silence.toNanos();
        while (System.nanoTime() < until) {
            try {
                return Optional.of(answer.get(TURN_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                if (patience.over()) {
                    return Optional.empty();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new DeviceAway(new Fault(Fault.Kind.LOST, what + ": the keeper gave up"), stop);
            }
        }
        throw new DeviceAway(Fault.Kind.SILENT, what + ": no answer within " + silence.toMillis() + " ms");
    }

    /** Leaves this to be done behind whatever is under way; nobody waits for it. */
    void leave(Runnable last) {
        try {
            hand.execute(last);
        } catch (RejectedExecutionException closed) {
            return; // close() left its own last wish behind
        }
    }

    /** Takes no further call; what is under way ends when it ends. */
    @Override
    public void close() {
        hand.shutdown();
    }
}
