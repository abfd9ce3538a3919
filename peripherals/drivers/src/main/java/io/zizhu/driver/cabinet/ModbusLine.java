package io.zizhu.driver.cabinet;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks boards, one question at a time, as the line's only master. Before each question the line is left silent for at
 * least 3.5 characters, by which boards know that a frame begins. RTU numbers no question, so after an answer that did
 * not come or came broken the line is listened to until it has been quiet as long as an answer may take, lest a late
 * one answers the next.
 */
final class ModbusLine implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int ROOM = 1024;
    private static final int FAST = 19_200;
    private static final long FAST_SILENCE_NANOS = 1_750_000L;
    private static final double BITS_OF_SILENCE = 3.5 * 11;

    private final Link link;
    private final Duration answer;
    private final long silenceNanos;
    private long lastByte = System.nanoTime();

    /** @param answer how long a board may think */
    ModbusLine(Link link, int baud, Duration answer) {
        this.link = link;
        this.answer = answer;
        this.silenceNanos = silenceNanos(baud);
    }

    /** 3.5 characters of 11 bits, and never less than 1.75 ms (Modbus over Serial Line 1.02, 2.5.1.1). */
    static long silenceNanos(int baud) {
        return baud > FAST ? FAST_SILENCE_NANOS : (long) (BITS_OF_SILENCE * 1_000_000_000L / baud);
    }

    /**
     * Asks up to three times: reading twice and switching twice the same way do no harm.
     *
     * @return data or the board's refusal, never none
     * @throws DeviceAway SILENT where no byte came, GARBLED where bytes came and none made an answer, LOST
     */
    Reply ask(Question question, Patience patience) throws DeviceAway {
        boolean heardAny = false;
        for (int attempt = 0; attempt < TRIES && (attempt == 0 || !patience.over()); attempt++) {
            if (attempt > 0) {
                heardAny |= quiet();
            }
            leaveSilence();
            link.drain();
            link.send(question.frame());
            byte[] heard = new byte[ROOM];
            int length = 0;
            Patience wait = Patience.of(answer);
            while (!wait.over() && length < ROOM) {
                length = more(heard, length, wait);
                Reply reply = Reply.find(heard, length, question);
                if (!(reply instanceof Reply.None)) {
                    return reply;
                }
            }
            heardAny |= length > 0;
        }
        throw heardAny
                ? new DeviceAway(Fault.Kind.GARBLED, question + ": bytes came, no answer among them")
                : new DeviceAway(Fault.Kind.SILENT, question + ": no answer in time");
    }

    private int more(byte[] heard, int length, Patience wait) throws DeviceAway {
        byte[] came = link.receive(wait);
        if (came.length > 0) {
            lastByte = System.nanoTime();
        }
        int taken = Math.min(came.length, ROOM - length);
        System.arraycopy(came, 0, heard, length, taken);
        return length + taken;
    }

    /** Listens until nothing has come for as long as an answer may take, or twice that has passed; true where something came. */
    private boolean quiet() throws DeviceAway {
        boolean heard = false;
        Patience most = Patience.of(answer.multipliedBy(2));
        while (!most.over()) {
            byte[] late = link.receive(most.atMost(answer));
            if (late.length == 0) {
                return heard;
            }
            Arrays.fill(late, (byte) 0);
            heard = true;
            lastByte = System.nanoTime();
        }
        return heard;
    }

    private void leaveSilence() {
        long left = lastByte + silenceNanos - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = lastByte + silenceNanos - System.nanoTime();
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
