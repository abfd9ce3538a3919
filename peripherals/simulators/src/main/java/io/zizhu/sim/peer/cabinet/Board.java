package io.zizhu.sim.peer.cabinet;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A Modbus RTU slave with 8 discrete inputs, 8 coils and 4 holding registers, by Modbus Application Protocol 1.1b3: hears
 * one byte after the other, answers what is addressed to it, is silent to everything else. People press its inputs from
 * one thread while the line asks from another: guarded by its own monitor.
 */
final class Board {
    static final int UNIT = 1;

    private static final int FRAME = 8;
    private static final int BITS = 8;
    private static final int REGISTERS = 4;

    private final boolean[] inputs = new boolean[BITS];
    private final boolean[] coils = new boolean[BITS];
    private final int[] registers = new int[REGISTERS];
    private final int[] window = new int[FRAME];
    private int refusal;
    private boolean deafLamps;

    synchronized void press(int input, boolean on) {
        inputs[input] = on;
    }

    synchronized boolean pressed(int input) {
        return inputs[input];
    }

    synchronized void fill(int register, int value) {
        registers[register] = value;
    }

    synchronized int filled(int register) {
        return registers[register];
    }

    synchronized boolean lit(int coil) {
        return coils[coil];
    }

    /** From now on every question ends with this exception; 0 heals. */
    synchronized void refuse(int code) {
        refusal = code;
    }

    synchronized int refuses() {
        return refusal;
    }

    /** A relay that sticks: the board answers as if it had switched. */
    synchronized void stick(boolean on) {
        deafLamps = on;
    }

    /** Takes one byte; every question is eight bytes long, so the last eight that make one are one. */
    synchronized Optional<byte[]> hear(byte next) {
        System.arraycopy(window, 1, window, 0, FRAME - 1);
        window[FRAME - 1] = next & 0xFF;
        if (window[0] != UNIT || window[1] == 0 || checksum(window, FRAME - 2) != (window[7] << 8 | window[6])) {
            return Optional.empty();
        }
        int[] question = window.clone();
        java.util.Arrays.fill(window, 0);
        return Optional.of(answer(question));
    }

    private byte[] answer(int[] question) {
        int function = question[1];
        int address = question[2] << 8 | question[3];
        int second = question[4] << 8 | question[5];
        if (refusal != 0) {
            return refused(function, refusal);
        }
        return switch (function) {
            case 1 -> bits(function, coils, address, second);
            case 2 -> bits(function, inputs, address, second);
            case 3 -> words(address, second);
            case 5 -> coil(question, address, second);
            case 6 -> register(question, address, second);
            default -> refused(function, 1);
        };
    }

    private static byte[] bits(int function, boolean[] from, int address, int count) {
        if (count < 1 || address + count > from.length) {
            return refused(function, count < 1 ? 3 : 2);
        }
        int packed = 0;
        for (int at = 0; at < count; at++) {
            packed |= from[address + at] ? 1 << at : 0;
        }
        return frame(UNIT, function, 1, packed);
    }

    private byte[] words(int address, int count) {
        if (count < 1 || address + count > REGISTERS) {
            return refused(3, count < 1 ? 3 : 2);
        }
        int[] body = new int[3 + 2 * count];
        body[0] = UNIT;
        body[1] = 3;
        body[2] = 2 * count;
        for (int at = 0; at < count; at++) {
            body[3 + 2 * at] = registers[address + at] >> 8;
            body[4 + 2 * at] = registers[address + at] & 0xFF;
        }
        return frame(body);
    }

    private byte[] coil(int[] question, int address, int value) {
        if (address >= BITS) {
            return refused(5, 2);
        }
        if (value != 0xFF00 && value != 0) {
            return refused(5, 3);
        }
        if (!deafLamps) {
            coils[address] = value != 0;
        }
        return frame(java.util.Arrays.copyOf(question, FRAME - 2));
    }

    private byte[] register(int[] question, int address, int value) {
        if (address >= REGISTERS) {
            return refused(6, 2);
        }
        registers[address] = value;
        return frame(java.util.Arrays.copyOf(question, FRAME - 2));
    }

    private static byte[] refused(int function, int code) {
        return frame(UNIT, function + 0x80, code);
    }

    /** The body with its checksum, low byte first. */
    static byte[] frame(int... body) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int one : body) {
            frame.write(one);
        }
        int sum = checksum(body, body.length);
        frame.write(sum & 0xFF);
        frame.write(sum >> 8);
        return frame.toByteArray();
    }

    /** CRC-16/MODBUS by long division, most significant bit last as the wire sends it. */
    private static int checksum(int[] bytes, int length) {
        int rest = 0xFFFF;
        for (int bit = 0; bit < length * 8; bit++) {
            boolean carry = ((rest ^ bytes[bit / 8] >> bit % 8) & 1) == 1;
            rest = rest >>> 1 ^ (carry ? 0xA001 : 0);
        }
        return rest;
    }
}
