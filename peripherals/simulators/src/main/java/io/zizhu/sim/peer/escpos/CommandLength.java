package io.zizhu.sim.peer.escpos;

/**
 * How many bytes the command or character at the head of a buffer takes (Epson ESC/POS command reference; devices.md
 * 2.3). Pure.
 */
final class CommandLength {
    /** The buffer ends before the command does. */
    static final int NOT_YET = 0;

    private final byte[] bytes;
    private final int size;

    private CommandLength(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** @param chinese whether FS &amp; is in force, so that bytes above 0x80 start a GB18030 character */
    static int of(byte[] bytes, int size, boolean chinese) {
        CommandLength at = new CommandLength(bytes, size);
        int length =
                switch (at.u(0)) {
                    case 0x1B -> at.escape();
                    case 0x1D -> at.group();
                    case 0x1C -> at.field();
                    case 0x10 -> at.realTime();
                    default -> chinese ? at.character() : 1;
                };
        return length > size ? NOT_YET : length;
    }

    private int escape() {
        return switch (u(1)) {
            case '@', '2', 'i', 'm', 'L', 'S' -> 2;
            case '$', '\\', 'c', 'b' -> 4;
            case 'p' -> 5;
            case '*' -> 5 + (u(3) + 256 * u(4)) * (u(2) >= 32 ? 3 : 1);
            case 'D' -> untilNull(2);
            default -> 3;
        };
    }

    private int group() {
        return switch (u(1)) {
            case 'V' -> u(2) >= 'A' ? 4 : 3;
            case '(' -> 5 + u(3) + 256 * u(4);
            case 'v' -> 8 + (u(4) + 256 * u(5)) * (u(6) + 256 * u(7));
            case 'k' -> u(2) >= 'A' ? 4 + u(3) : untilNull(3);
            case '*' -> 4 + 8 * u(2) * u(3);
            case 'L', 'W', '$', '\\', 'P' -> 4;
            case ':' -> 2;
            default -> 3;
        };
    }

    private int field() {
        return switch (u(1)) {
            case '&', '.' -> 2;
            case 'S', 'p' -> 4;
            default -> 3;
        };
    }

    private int realTime() {
        return switch (u(1)) {
            case 0x04, 0x05 -> 3;
            case 0x14 -> u(2) == 8 ? 10 : 5;
            default -> size < 2 ? 2 : 1;
        };
    }

    /** One, two or four bytes, as the second one says. */
    private int character() {
        if (u(0) < 0x81) {
            return 1;
        }
        return size > 1 && u(1) >= '0' && u(1) <= '9' ? 4 : 2;
    }

    private int untilNull(int from) {
        for (int at = from; at < size; at++) {
            if (bytes[at] == 0) {
                return at + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int u(int at) {
        return at < size ? bytes[at] & 0xFF : 0;
    }
}
