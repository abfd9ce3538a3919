package io.zizhu.soak;

import io.zizhu.device.Fault;
import io.zizhu.device.printer.Sheet;
import java.util.Random;

/** One printer's paper: knows what has truly left it. Outlives its terminals; its own monitor guards it. */
final class ChanceTray {
    private static final Fault TROUBLE = new Fault(Fault.Kind.BROKEN, "by chance");

    private final Random random;
    private int used;
    private int jobs;

    ChanceTray(long seed) {
        this.random = new Random(seed);
    }

    synchronized Sheet print() {
        int luck = random.nextInt(100);
        if (luck < 3) {
            return new Sheet.Refused(TROUBLE);
        }
        if (luck < 5) {
            return new Sheet.Unknown("", TROUBLE); // the line went before the first byte
        }
        used++;
        String job = String.valueOf(++jobs);
        return luck < 8 ? new Sheet.Jammed(job, TROUBLE) : new Sheet.Out(job, 1);
    }

    synchronized int used() {
        return used;
    }
}
