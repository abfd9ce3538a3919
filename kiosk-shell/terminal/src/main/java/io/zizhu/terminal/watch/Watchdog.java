package io.zizhu.terminal.watch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds systemd's watchdog, but only while every owner gives a sign of life; when one stops, so does the feeding, and
 * systemd starts the terminal afresh. The network and a broken device are never among them.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param say where words to systemd go
     * @param every how often
     * @param signs by name; false or an exception means: this owner does not live
     */
    public Watchdog(Consumer<String> say, Duration every, Map<String, BooleanSupplier> signs) {
        Map<String, BooleanSupplier> asked = Map.copyOf(signs);
        this.thread = Thread.ofVirtual().name("watchdog").start(() -> {
            while (!stopping) {
                if (asked.entrySet().stream().allMatch(sign -> lives(sign.getKey(), sign.getValue()))) {
                    say.accept("WATCHDOG=1");
                }
                LockSupport.parkNanos(every.toNanos());
            }
        });
    }

    private static boolean lives(String name, BooleanSupplier sign) {
        try {
            if (sign.getAsBoolean()) {
                return true;
            }
            LOG.error("no sign of life from {}", name);
        } catch (RuntimeException trouble) {
            LOG.error("no sign of life from {}", name, trouble);
        }
        return false;
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
