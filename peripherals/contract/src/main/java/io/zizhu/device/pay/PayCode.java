package io.zizhu.device.pay;

import java.time.Instant;

/**
 * What a person scans from the screen to pay.
 *
 * @param content to be drawn as a QR code; whoever scans it may pay, so it is shown and not logged
 * @param until when it expires
 */
public record PayCode(String content, Amount amount, Instant until) {
    @Override
    public String toString() {
        return "[withheld]";
    }
}
