package io.zizhu.driver.escpos;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Questions to the printer and their one-byte answers; owner thread only. An answer has no frame, only fixed bits, so
 * noise before it may look like one: what counts is the last byte before the line falls quiet.
 */
final class Wire implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(30);
    private static final Duration TURN = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final int TRIES = 2;

    private final Link link;

    Wire(Link link) {
        this.link = link;
    }

    void send(byte[] bytes) throws DeviceAway {
        link.send(bytes);
    }

    /** No pushed status, whatever the printer's memory switches say: its bytes would look like answers. */
    void begin() throws DeviceAway {
        link.send(new byte[] {0x1D, 'a', 0});
    }

    /** @throws DeviceAway {@code SILENT} where the printer does not tell how it is */
    Condition condition() throws DeviceAway {
        return new Condition(realTime(2), realTime(3), realTime(4));
    }

    private int realTime(int which) throws DeviceAway {
        for (int tries = 0; tries < TRIES; tries++) {
            link.drain();
            link.send(new byte[] {0x10, 0x04, (byte) which});
            OptionalInt answer = answer(Patience.of(ANSWER), value -> (value & 0x93) == 0x12);
            if (answer.isPresent()) {
                return answer.getAsInt();
            }
        }
        throw new DeviceAway(Fault.Kind.SILENT, "DLE EOT " + which + ": no answer");
    }

    /**
     * Asks for the paper sensor in the queue, behind everything sent before: its answer is the proof that all of that
     * was printed.
     *
     * @return false where no answer came in this short turn; then ask again
     */
    boolean fence(Patience patience) throws DeviceAway {
        link.send(new byte[] {0x1D, 'r', 1});
        return answer(patience.atMost(ANSWER), value -> (value & 0x90) == 0).isPresent();
    }

    /** Drops what waits in the printer, so that no torn slip follows once paper is back. */
    void dropTheRest() throws DeviceAway {
        link.send(new byte[] {0x10, 0x05, 2});
    }

    private OptionalInt answer(Patience patience, IntPredicate form) throws DeviceAway {
        while (!patience.over()) {
            byte[] chunk = link.receive(patience.atMost(TURN));
            int last = -1;
            while (chunk.length > 0) {
                last = chunk[chunk.length - 1] & 0xFF;
                chunk = link.receive(Patience.of(QUIET));
            }
            if (last >= 0 && form.test(last)) {
                return OptionalInt.of(last);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        link.close();
    }
}
