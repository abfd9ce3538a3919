package io.zizhu.terminal.xfs.message;

/** Why a command is not even begun: the {@code status} of an acknowledgement. */
public enum Refusal {
    /** What came is no JSON, or no command. */
    INVALID_MESSAGE("invalidMessage"),
    /** The number is none, not above zero, or that of a command which is still queued or carried out. */
    INVALID_REQUEST_ID("invalidRequestID"),
    /** The service's queue is full. */
    TOO_MANY_REQUESTS("tooManyRequests");

    private final String word;

    Refusal(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
