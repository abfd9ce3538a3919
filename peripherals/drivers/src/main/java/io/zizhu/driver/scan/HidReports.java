package io.zizhu.driver.scan;

import io.zizhu.device.scan.Symbology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Codes as HID POS reports. A piece that begins where a report would begin, with another report's number, is none of
 * ours and is passed over whole: the kernel's hidraw hands out one report a read. A code longer than one report comes
 * in several, each but the last marked as continued.
 */
final class HidReports implements Unwrap {
    private final HidLayout layout;
    private final byte[] report;
    private final Buffer code = new Buffer();
    private int filled;
    private boolean more;
    private boolean dropping;
    private int spoilt;
    private String complaint = "";

    HidReports(HidLayout layout) {
        this.layout = layout;
        this.report = new byte[layout.bytes()];
    }

    @Override
    public List<Raw> feed(byte[] chunk) {
        List<Raw> whole = new ArrayList<>(1);
        int at = 0;
        while (at < chunk.length) {
            if (filled == 0 && layout.id() != 0 && (chunk[at] & 0xFF) != layout.id()) {
                return whole;
            }
            int count = Math.min(chunk.length - at, report.length - filled);
            System.arraycopy(chunk, at, report, filled, count);
            filled += count;
            at += count;
            if (filled == report.length) {
                take(whole);
                Arrays.fill(report, (byte) 0);
                filled = 0;
            }
        }
        return whole;
    }

    private void take(List<Raw> whole) {
        int length = report[layout.lengthAt()] & 0xFF;
        more = layout.continuedAt() > 0 && (report[layout.continuedAt()] >> layout.continuedBit() & 1) == 1;
        if (!dropping && length > layout.dataBytes()) {
            spoil("a report that says it holds " + length + " bytes of " + layout.dataBytes());
        } else if (!dropping && !code.add(report, layout.dataAt(), length)) {
            spoil("longer than " + Buffer.MOST + " bytes");
        }
        if (more) {
            return;
        }
        if (!dropping && !code.isEmpty()) {
            whole.add(new Raw(symbology(), code.from(0)));
        }
        dropping = false;
        code.clear();
    }

    /** The rest of this code is dropped with it. */
    private void spoil(String why) {
        code.clear();
        dropping = true;
        spoilt++;
        complaint = why;
    }

    /** Three bytes such as {@code ]Q1}; the letter in the middle says it. */
    private Symbology symbology() {
        int at = layout.symbologyAt();
        return report[at] == ']' ? Symbology.ofAim((char) (report[at + 1] & 0xFF)) : Symbology.UNTOLD;
    }

    @Override
    public boolean torn() {
        return filled > 0 || more;
    }

    @Override
    public void giveUp() {
        if (!dropping) {
            spoil(filled > 0 ? "half a report" : "continued, and nothing followed");
        }
        empty();
    }

    private void empty() {
        Arrays.fill(report, (byte) 0);
        filled = 0;
        code.clear();
        more = false;
        dropping = false;
    }

    @Override
    public void disown() {
        dropping = torn();
        code.clear();
    }

    @Override
    public int spoilt() {
        return spoilt;
    }

    @Override
    public String complaint() {
        return complaint;
    }

    @Override
    public void forget() {
        spoilt = 0;
    }

    @Override
    public void wipe() {
        empty();
        forget();
    }
}
