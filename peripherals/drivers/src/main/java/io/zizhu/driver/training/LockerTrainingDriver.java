package io.zizhu.driver.training;

import io.zizhu.device.DeviceKind;
import java.time.Duration;

/** Opens the bench's locker. Settings: {@code host}, {@code port}. */
public final class LockerTrainingDriver extends TrainingDriver {
    /** For the service loader. */
    public LockerTrainingDriver() {
        this(TrainingLine.SILENCE);
    }

    LockerTrainingDriver(Duration silence) {
        super(
                new Kind(
                        "locker-training",
                        DeviceKind.LOCKER,
                        SPEAKS,
                        TRIED + "locker",
                        TrainingLocker.ABILITIES,
                        TrainingLocker::new),
                silence);
    }
}
