package io.zizhu.sim.peer.escpos;

/** The requests that a printer obeys wherever they stand, even while nothing prints (DLE EOT, DLE ENQ, DLE DC4). Pure. */
enum RealTime {
    /** DLE EOT n: how it stands. */
    STATUS,
    /** DLE ENQ 1: recover from an error and go on with the line where it happened. */
    GO_ON,
    /** DLE ENQ 2: recover from an error, dropping what waits; nothing where there is no such error. */
    DROP_AFTER_ERROR,
    /** DLE DC4 8: drop what waits, whatever the reason. */
    DROP,
    OTHER;

    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    /** How long the request is that stands whole at this place; 0 where none does. */
    static int lengthAt(byte[] bytes, int at) {
        if (at + 2 >= bytes.length || bytes[at] != 0x10) {
            return 0;
        }
        if (bytes[at + 1] == 0x04 || bytes[at + 1] == 0x05) {
            return 3;
        }
        for (int i = 1; i < CLEAR.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != CLEAR[i]) {
                return 0;
            }
        }
        return CLEAR.length;
    }

    static RealTime of(byte[] request) {
        return switch (request[1]) {
            case 0x04 -> STATUS;
            case 0x05 -> request[2] == 1 ? GO_ON : DROP_AFTER_ERROR;
            case 0x14 -> lengthAt(request, 0) == CLEAR.length ? DROP : OTHER;
            default -> OTHER;
        };
    }
}
