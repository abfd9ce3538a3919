package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One act in the owner's queue: begun, or given up before; exactly one of both, whoever comes first. */
final class Job<D extends Device> {
    /** The act with its outcome already bound. */
    interface Work<D extends Device> {
        void on(D device) throws DeviceAway;
    }

    private enum Stage {
        WAITING,
        BEGUN,
        GIVEN_UP
    }

    private final Patience patience;
    private final Work<D> work;
    private final Consumer<Missed> miss;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    Job(Patience patience, Work<D> work, Consumer<Missed> miss) {
        this.patience = patience;
        this.work = work;
        this.miss = miss;
    }

    Patience patience() {
        return patience;
    }

    /** The owner takes it up; false where its caller has gone: an act nobody waits for is never carried out. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.BEGUN);
    }

    /** The caller goes; false where the driver was asked already. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    }

    void carryOut(D device) throws DeviceAway {
        work.on(device);
    }

    void miss(Missed missed) {
        miss.accept(missed);
    }
}
