package io.zizhu.agent.rollout;

import java.time.Duration;
import java.util.Optional;

/** Port: nobody is being served. Implemented by the terminal over its desk. */
public interface Idle {
    /**
     * Waits until there is no visit and lets none begin until the hold is closed.
     *
     * @return empty where the patience ran out first
     */
    Optional<Hold> hold(Duration patience) throws InterruptedException;

    /** The counter is closed for a moment. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
