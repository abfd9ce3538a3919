package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from a reading thread to the owner thread. What a chattering line sends beyond {@link #ROOM} is
 * dropped, so that it cannot fill the memory.
 */
final class Inbox {
    /** Bytes that may wait; the longest answer of any protocol here is below 3 kB. */
    static final int ROOM = 256 * 1024;

    /** How often a waiting owner looks whether its caller gave up. */
    private static final long SLICE_MILLIS = 20;

    private static final byte[] NONE = {};

    private final LinkedBlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicReference<@Nullable Fault> end = new AtomicReference<>();

    /** Any thread; the array belongs to the inbox from here on. */
    void put(byte[] chunk) {
        if (chunk.length == 0) {
            return;
        }
        if (end.get() != null || waiting.get() + chunk.length > ROOM) {
            Arrays.fill(chunk, (byte) 0);
            return;
        }
        waiting.addAndGet(chunk.length);
        chunks.add(chunk);
    }

    /** Says that nothing will follow; true for the first to say so. */
    boolean end(Fault why) {
        boolean first = end.compareAndSet(null, why);
        chunks.add(NONE); // wakes the owner
        return first;
    }

    boolean ended() {
        return end.get() != null;
    }

    byte[] take(Patience patience) throws DeviceAway {
        while (true) {
            byte[] chunk = poll(patience);
            if (chunk != null && chunk.length > 0) {
                waiting.addAndGet(-chunk.length);
                return chunk;
            }
            Fault why = end.get();
            if (why != null && chunks.isEmpty()) {
                throw new DeviceAway(why);
            }
            if (chunk == null && patience.over()) {
                return NONE;
            }
        }
    }

    private byte @Nullable [] poll(Patience patience) throws DeviceAway {
        try {
            long slice = Math.min(SLICE_MILLIS, patience.leftMillis() + 1);
            return patience.over() ? chunks.poll() : chunks.poll(slice, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "the owner was stopped"), stop);
        }
    }

    void drain() {
        for (byte[] chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            waiting.addAndGet(-chunk.length);
            Arrays.fill(chunk, (byte) 0);
        }
    }
}
