package io.zizhu.driver.training;

import io.zizhu.device.DeviceKind;
import java.time.Duration;

/** Opens the bench's endorsement machine. Settings: {@code host}, {@code port}. */
public final class EndorsementTrainingDriver extends TrainingDriver {
    /** For the service loader. */
    public EndorsementTrainingDriver() {
        this(TrainingLine.SILENCE);
    }

    EndorsementTrainingDriver(Duration silence) {
        super(
                new Kind(
                        "endorsement-training",
                        DeviceKind.ENDORSEMENT_MACHINE,
                        SPEAKS,
                        TRIED + "endorsement machine",
                        TrainingEndorser.ABILITIES,
                        TrainingEndorser::new),
                silence);
    }
}
