package io.zizhu.driver.training;

import io.zizhu.device.Patience;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Locker;
import java.util.Map;

/** A wall of boxes on the training line. */
final class TrainingLocker extends Handing implements Locker {
    TrainingLocker(TrainingLine line) {
        super(line);
    }

    @Override
    public Handover present(String box, Patience patience) {
        return move("present", Map.of("box", box), patience);
    }
}
