package io.zizhu.terminal.watch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one yes-or-no again and again, and tells when it turned; on a thread of its own, so the told may block. */
public final class Edge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    private final Thread thread;
    private volatile boolean stopping;

    public Edge(String name, Duration every, BooleanSupplier now, Consumer<Boolean> turned) {
        this.thread = Thread.ofVirtual().name(name).start(() -> {
            boolean last = false;
            while (!stopping) {
                boolean present = now.getAsBoolean();
                if (present != last) {
                    last = present;
                    tell(name, turned, present);
                }
                LockSupport.parkNanos(every.toNanos());
            }
        });
    }

    private static void tell(String name, Consumer<Boolean> turned, boolean present) {
        try {
            turned.accept(present);
        } catch (RuntimeException bug) {
            LOG.error("{} could not be told", name, bug);
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
