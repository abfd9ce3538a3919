package io.zizhu.device;

/** Can the device be asked? The ten values of XFS4IoT (CWA 17852, Common.Status {@code device}), spelt as its wire spells them. */
public enum Status {
    ONLINE("online"),
    OFFLINE("offline"),
    POWER_OFF("powerOff"),
    NO_DEVICE("noDevice"),
    HARDWARE_ERROR("hardwareError"),
    USER_ERROR("userError"),
    DEVICE_BUSY("deviceBusy"),
    FRAUD_ATTEMPT("fraudAttempt"),
    POTENTIAL_FRAUD("potentialFraud"),
    STARTING("starting");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
