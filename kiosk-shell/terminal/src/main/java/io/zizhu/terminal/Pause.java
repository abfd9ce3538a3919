package io.zizhu.terminal;

import io.zizhu.agent.rollout.Idle;
import io.zizhu.service.visit.Counter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes the counter for a moment: the agent's thread asks, the counter's own thread waits inside. */
final class Pause implements Idle {
    private final Counter counter;

    Pause(Counter counter) {
        this.counter = counter;
    }

    @Override
    public Optional<Hold> hold(Duration patience) throws InterruptedException {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        counter.whenIdle(() -> {
            entered.countDown();
            try {
                released.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        if (entered.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.of(released::countDown);
        }
        released.countDown(); // when its turn comes it passes at once
        return Optional.empty();
    }
}
