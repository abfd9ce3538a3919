package io.zizhu.driver.training;

import io.zizhu.device.Patience;
import io.zizhu.device.dispense.Dispenser;
import io.zizhu.device.dispense.Handover;
import java.util.Map;

/** A card and booklet dispenser on the training line. */
final class TrainingDispenser extends Handing implements Dispenser {
    TrainingDispenser(TrainingLine line) {
        super(line);
    }

    @Override
    public Handover present(String hopper, Patience patience) {
        return move("present", Map.of("hopper", hopper), patience);
    }
}
