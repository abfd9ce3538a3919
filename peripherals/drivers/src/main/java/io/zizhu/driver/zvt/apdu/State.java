package io.zizhu.driver.zvt.apdu;

/** What a pad says of itself when asked for its status ({@code 05 01}), as far as it decides anything here. */
public enum State {
    READY,
    BUSY,
    UNINITIALISED,
    BROKEN;

    /**
     * @param data of the completion: perhaps a version text with its length in three bytes {@code Fx}, then the state;
     *     nothing where the pad has nothing to say
     */
    public static State of(byte[] data) {
        int at = 0;
        if (data.length > 3 && (data[0] & 0xF0) == 0xF0) {
            at = 3 + (data[0] & 15) * 100 + (data[1] & 15) * 10 + (data[2] & 15);
        }
        return at < data.length ? of(data[at] & 0xFF) : READY;
    }

    /** Other codes tell of what does not hinder a payment, or of things that no till can judge. */
    private static State of(int code) {
        return switch (code) {
            case 0x51 -> UNINITIALISED;
            case 0x9C, 0xDC, 0xE0 -> BUSY; // please wait; a card is in it; remote maintenance
            case 0xBF, 0xC0, 0xE2, 0xED, 0xFF -> BROKEN; // power, card lock, card reader, PIN pad, system
            default -> READY;
        };
    }
}
