package io.zizhu.terminal.xfs.message;

/** How a command ended: those words of {@code completionCode} that this terminal says. */
public enum Code {
    SUCCESS("success"),
    /** The payload's {@code errorCode} says what. */
    COMMAND_ERROR_CODE("commandErrorCode"),
    CANCELED("canceled"),
    DEVICE_NOT_READY("deviceNotReady"),
    HARDWARE_ERROR("hardwareError"),
    INTERNAL_ERROR("internalError"),
    TIME_OUT("timeOut"),
    UNSUPPORTED_COMMAND("unsupportedCommand"),
    INVALID_DATA("invalidData"),
    USER_ERROR("userError"),
    UNSUPPORTED_DATA("unsupportedData"),
    /** Not now: citizens are served, or somebody else has the device. */
    SEQUENCE_ERROR("sequenceError");

    private final String word;

    Code(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
