package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import java.util.function.Consumer;

/** One act in the owner's queue: carried out or missed, exactly one of both. */
final class Job<D extends Device> {
    /** The act with its outcome already bound. */
    interface Work<D extends Device> {
        void on(D device) throws DeviceAway;
    }

    private final Work<D> work;
    private final Consumer<Missed> miss;
    private volatile boolean begun;

    Job(Work<D> work, Consumer<Missed> miss) {
        this.work = work;
        this.miss = miss;
    }

    boolean begun() {
        return begun;
    }

    void carryOut(D device) throws DeviceAway {
        begun = true;
        work.on(device);
    }

    void miss(Missed missed) {
        miss.accept(missed);
    }
}
