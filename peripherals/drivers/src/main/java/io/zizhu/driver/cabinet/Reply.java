package io.zizhu.driver.cabinet;

import java.util.Arrays;

/**
 * What a board says to a question. Found among whatever else came in: noise, another board's words, a frame whose length
 * or checksum is wrong. RTU has no mark for a frame's beginning, so only length and checksum together make an answer.
 */
sealed interface Reply {
    /** @param data without unit, function, count and checksum */
    record Data(byte[] data) implements Reply {
        public Data {
            data = data.clone();
        }

        boolean bit(int index) {
            return (data[index / 8] >> index % 8 & 1) != 0;
        }

        int word(int index) {
            return ((data[2 * index] & 0xFF) << 8) | (data[2 * index + 1] & 0xFF);
        }
    }

    /** @param code 1 function, 2 address, 3 value, 4 board broken, 6 busy, … */
    record Refusal(int code) implements Reply {}

    /** No answer among these bytes yet. */
    record None() implements Reply {}

    /** Pure; any bytes. */
    static Reply find(byte[] heard, int length, Question asked) {
        for (int from = 0; from + 5 <= length; from++) {
            if ((heard[from] & 0xFF) != asked.unit()) {
                continue;
            }
            int function = heard[from + 1] & 0xFF;
            if (function == (asked.function().code() | 0x80) && Crc.right(heard, from, from + 5)) {
                return new Refusal(heard[from + 2] & 0xFF);
            }
            if (function == asked.function().code()) {
                Reply reply = asked.writes() ? echo(heard, from, length, asked) : data(heard, from, length, asked);
                if (!(reply instanceof None)) {
                    return reply;
                }
            }
        }
        return new None();
    }

    private static Reply data(byte[] heard, int from, int length, Question asked) {
        int end = from + 3 + asked.bytes() + 2;
        return end <= length && (heard[from + 2] & 0xFF) == asked.bytes() && Crc.right(heard, from, end)
                ? new Data(Arrays.copyOfRange(heard, from + 3, end - 2))
                : new None();
    }

    /** A write is answered with its own words. */
    private static Reply echo(byte[] heard, int from, int length, Question asked) {
        byte[] frame = asked.frame();
        return from + frame.length <= length && Arrays.equals(heard, from, from + frame.length, frame, 0, frame.length)
                ? new Data(Arrays.copyOfRange(frame, 2, 6))
                : new None();
    }
}
