package io.zizhu.driver.training;

import java.util.Arrays;
import java.util.Optional;

/** Makes whole lines of bytes as they come. What is longer than any line is dropped, wiped. Belongs to one thread. */
final class Inflow {
    /** Longer than any line may be: a finger's template of 255 minutiae has some 2,100 characters in base64. */
    static final int MOST = 16 * 1024;

    private byte[] held = new byte[1024];
    private int length;
    private boolean garbage;

    /** Takes over what came, and wipes it. */
    void put(byte[] chunk) {
        if (length + chunk.length > MOST) {
            forget();
            garbage = true;
        } else {
            if (length + chunk.length > held.length) {
                byte[] wider = Arrays.copyOf(held, Math.min(MOST, 2 * (length + chunk.length)));
                Arrays.fill(held, (byte) 0);
                held = wider;
            }
            System.arraycopy(chunk, 0, held, length, chunk.length);
            length += chunk.length;
        }
        Arrays.fill(chunk, (byte) 0);
    }

    /** The next whole line that is undamaged; empty where more bytes are needed first. */
    Optional<Said> next() {
        while (true) {
            int end = 0;
            while (end < length && held[end] != '\n') {
                end++;
            }
            if (end == length) {
                return Optional.empty();
            }
            byte[] line = Arrays.copyOf(held, end > 0 && held[end - 1] == '\r' ? end - 1 : end);
            System.arraycopy(held, end + 1, held, 0, length - end - 1);
            Arrays.fill(held, length - end - 1, length, (byte) 0);
            length -= end + 1;
            Optional<Said> said = Said.parse(line);
            Arrays.fill(line, (byte) 0);
            if (said.isPresent()) {
                return said;
            }
            garbage = true;
        }
    }

    /** Bytes came since {@link #forget} that are no line. */
    boolean garbled() {
        return garbage || length > 0;
    }

    void forget() {
        Arrays.fill(held, (byte) 0);
        length = 0;
        garbage = false;
    }
}
