package io.zizhu.driver.zvt.apdu;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One message of ZVT: class and instruction as one number, and its data. On TCP it stands bare: {@code CLASS INSTR LEN
 * data}, where LEN is one byte up to 254, else {@code FF lo hi}; on a serial line in a {@link SerialFrame}.
 */
public record Apdu(int command, byte[] data) {
    public static final int STATUS_ENQUIRY = 0x0501;
    public static final int REGISTRATION = 0x0600;
    public static final int AUTHORISATION = 0x0601;
    public static final int LOG_OFF = 0x0602;
    public static final int REPEAT_RECEIPT = 0x0620;
    public static final int REVERSAL = 0x0630;
    public static final int REFUND = 0x0631;
    public static final int END_OF_DAY = 0x0650;
    public static final int DIAGNOSIS = 0x0670;
    public static final int INITIALISATION = 0x0693;
    public static final int ABORT = 0x06B0;
    public static final int INTERMEDIATE = 0x04FF;
    public static final int STATUS_INFORMATION = 0x040F;
    public static final int COMPLETION = 0x060F;
    public static final int ABORTED = 0x061E;
    public static final int PRINT_LINE = 0x06D1;
    public static final int PRINT_BLOCK = 0x06D3;
    public static final int ACCEPTED = 0x8000;
    public static final int REFUSED_CLASS = 0x84;

    public static final int LONGEST = 0xFFFF;

    public static final Apdu ACCEPTANCE = of(ACCEPTED);

    public Apdu {
        if (command < 0 || command > 0xFFFF || data.length > LONGEST) {
            throw new IllegalArgumentException("no APDU: command %x, %d bytes".formatted(command, data.length));
        }
    }

    public static Apdu of(int command, int... data) {
        byte[] bytes = new byte[data.length];
        for (int at = 0; at < data.length; at++) {
            bytes[at] = (byte) data[at];
        }
        return new Apdu(command, bytes);
    }

    public int type() {
        return command >> 8;
    }

    public int instruction() {
        return command & 0xFF;
    }

    public byte[] wire() {
        boolean big = data.length >= 0xFF;
        byte[] wire = new byte[data.length + (big ? 5 : 3)];
        wire[0] = (byte) type();
        wire[1] = (byte) command;
        if (big) {
            wire[2] = (byte) 0xFF;
            wire[3] = (byte) data.length;
            wire[4] = (byte) (data.length >> 8);
        } else {
            wire[2] = (byte) data.length;
        }
        System.arraycopy(data, 0, wire, wire.length - data.length, data.length);
        return wire;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Apdu(int hers, byte[] bytes) && hers == command && Arrays.equals(bytes, data);
    }

    @Override
    public int hashCode() {
        return 31 * command + Arrays.hashCode(data);
    }

    /** Class and instruction only: the data may hold card digits. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").formatHex(new byte[] {(byte) type(), (byte) command});
    }
}
