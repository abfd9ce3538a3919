package io.zizhu.driver.zvt.apdu;

import java.util.Arrays;
import java.util.Optional;

/** Cuts bytes that come in any pieces into APDUs. Any bytes make some sequence of APDUs: it never fails, it only waits. */
public final class ApduStream {
    private byte[] kept = new byte[0];

    public void feed(byte[] bytes, int length) {
        int before = kept.length;
        kept = Arrays.copyOf(kept, before + length);
        System.arraycopy(bytes, 0, kept, before, length);
    }

    /** The next whole message; empty where more bytes are needed. */
    public Optional<Apdu> next() {
        if (kept.length < 3) {
            return Optional.empty();
        }
        int length = kept[2] & 0xFF;
        int head = 3;
        if (length == 0xFF) {
            if (kept.length < 5) {
                return Optional.empty();
            }
            length = (kept[3] & 0xFF) | ((kept[4] & 0xFF) << 8);
            head = 5;
        }
        if (kept.length < head + length) {
            return Optional.empty();
        }
        Apdu apdu = new Apdu(((kept[0] & 0xFF) << 8) | (kept[1] & 0xFF), Arrays.copyOfRange(kept, head, head + length));
        kept = Arrays.copyOfRange(kept, head + length, kept.length);
        return Optional.of(apdu);
    }

    /** Nothing is left over. */
    boolean isEmpty() {
        return kept.length == 0;
    }
}
