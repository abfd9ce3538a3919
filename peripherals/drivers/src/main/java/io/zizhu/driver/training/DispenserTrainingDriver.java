package io.zizhu.driver.training;

import io.zizhu.device.DeviceKind;
import java.time.Duration;

/** Opens the bench's card and booklet dispenser. Settings: {@code host}, {@code port}. */
public final class DispenserTrainingDriver extends TrainingDriver {
    /** For the service loader. */
    public DispenserTrainingDriver() {
        this(TrainingLine.SILENCE);
    }

    DispenserTrainingDriver(Duration silence) {
        super(
                new Kind(
                        "dispenser-training",
                        DeviceKind.CARD_DISPENSER,
                        SPEAKS,
                        TRIED + "card and booklet dispenser",
                        TrainingDispenser.ABILITIES,
                        TrainingDispenser::new),
                silence);
    }
}
