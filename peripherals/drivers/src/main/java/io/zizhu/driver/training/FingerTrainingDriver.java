package io.zizhu.driver.training;

import io.zizhu.device.DeviceKind;
import io.zizhu.driver.finger.FingerMatcher;

/** Opens the bench's fingerprint reader. Settings: {@code host}, {@code port}. */
public final class FingerTrainingDriver extends TrainingDriver {
    /** For the service loader. */
    public FingerTrainingDriver() {
        this(FingerMatcher.installed());
    }

    private FingerTrainingDriver(FingerMatcher matcher) {
        super(
                new Kind(
                        "finger-training",
                        DeviceKind.FINGER_READER,
                        SPEAKS + "; ISO/IEC 19794-2:2005 templates, compared with SourceAFIS",
                        "kit over TCP against the bench with synthetic minutiae; no real reader, no real finger",
                        TrainingFingerReader.ABILITIES,
                        line -> new TrainingFingerReader(line, matcher)),
                TrainingLine.SILENCE);
    }
}
