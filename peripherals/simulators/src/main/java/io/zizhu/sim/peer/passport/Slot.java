package io.zizhu.sim.peer.passport;

import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a document lies on the reader: what a reader sees of it. People lay and lift, the bench's troubles slow it down;
 * the reader's one thread powers and asks. Any thread may look.
 */
public final class Slot {
    private static final long SLOW_NANOS = 8_000_000L;
    private static final long TURN_NANOS = 2_000_000L;

    private final Tape tape;
    private volatile @Nullable Laid laid;
    private volatile boolean hang;
    private volatile boolean slow;

    Slot(Tape tape) {
        this.tape = tape;
    }

    /** Two layings of one document are not the same: no record. */
    private static final class Laid {
        private final Chip chip;
        private final String label;

        Laid(Chip chip, String label) {
            this.chip = chip;
            this.label = label;
        }
    }

    /** The document was taken away, or none lies here. */
    public static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("no document lies here");
        }
    }

    void lay(Chip chip, String label) {
        laid = new Laid(chip, label);
    }

    boolean lift() {
        boolean lay = laid != null;
        laid = null;
        return lay;
    }

    Optional<String> label() {
        return Optional.ofNullable(laid).map(now -> now.label);
    }

    void hang(boolean on) {
        hang = on;
    }

    void slow(boolean on) {
        slow = on;
    }

    boolean hangs() {
        return hang;
    }

    /** Which document this is; another one after it was lifted and laid again. Empty where none lies here. */
    public Optional<Object> document() {
        return Optional.ofNullable(laid);
    }

    /** Powers the chip on, or resets it; its answer to reset. */
    public byte[] power() throws Gone {
        return here().chip.reset();
    }

    /** One command and its answer; waits while the bench says hang, until the document is lifted. */
    public byte[] transmit(byte[] command) throws Gone {
        Laid now = here();
        tape.in(command, command.length);
        byte[] answer = now.chip.answer(command);
        if (slow) {
            LockSupport.parkNanos(SLOW_NANOS);
        }
        while (hang && laid == now) {
            LockSupport.parkNanos(TURN_NANOS);
        }
        if (laid != now) {
            throw new Gone();
        }
        tape.out(answer, answer.length);
        return answer;
    }

    private Laid here() throws Gone {
        Laid now = laid;
        if (now == null) {
            throw new Gone();
        }
        return now;
    }
}
