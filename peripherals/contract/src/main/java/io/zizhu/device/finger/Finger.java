package io.zizhu.device.finger;

/** Which finger, by its number in ISO/IEC 19794-2:2005, table 2. */
public enum Finger {
    UNKNOWN("unknown", 0),
    RIGHT_THUMB("right-thumb", 1),
    RIGHT_INDEX("right-index", 2),
    RIGHT_MIDDLE("right-middle", 3),
    RIGHT_RING("right-ring", 4),
    RIGHT_LITTLE("right-little", 5),
    LEFT_THUMB("left-thumb", 6),
    LEFT_INDEX("left-index", 7),
    LEFT_MIDDLE("left-middle", 8),
    LEFT_RING("left-ring", 9),
    LEFT_LITTLE("left-little", 10);

    private final String word;
    private final int code;

    Finger(String word, int code) {
        this.word = word;
        this.code = code;
    }

    public String word() {
        return word;
    }

    /** 0 for unknown, 1 for the right thumb, up to 10 for the left little finger. */
    public int code() {
        return code;
    }
}
