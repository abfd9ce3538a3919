package io.zizhu.driver.scan;

import io.zizhu.device.scan.Symbology;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes as lines: each ends with CR, LF or both, as scanners are set up to send as their suffix. With {@code aim}, each
 * begins with its AIM identifier ({@code ]Q1}), which is taken off.
 */
final class Lines implements Unwrap {
    private static final int AIM_LENGTH = 3;

    private final boolean aim;
    private final Buffer line = new Buffer();
    private boolean dropping;
    private int spoilt;
    private String complaint = "";

    Lines(boolean aim) {
        this.aim = aim;
    }

    @Override
    public List<Raw> feed(byte[] chunk) {
        List<Raw> whole = new ArrayList<>(1);
        int from = 0;
        for (int at = 0; at < chunk.length; at++) {
            if (chunk[at] == '\r' || chunk[at] == '\n') {
                keep(chunk, from, at);
                end(whole);
                from = at + 1;
            }
        }
        keep(chunk, from, chunk.length);
        return whole;
    }

    private void keep(byte[] chunk, int from, int to) {
        if (!dropping && !line.add(chunk, from, to - from)) {
            spoil("longer than " + Buffer.MOST + " bytes");
            dropping = true; // up to the end of this line; a line that never ends costs no memory
        }
    }

    private void end(List<Raw> whole) {
        if (dropping) {
            dropping = false;
        } else if (aim && !line.isEmpty() && !identified()) {
            spoil("without the AIM identifier that the settings promise");
        } else if (!line.isEmpty()) {
            whole.add(aim ? new Raw(Symbology.ofAim((char) line.at(1)), line.from(AIM_LENGTH)) : untold());
        }
        line.clear();
    }

    private Raw untold() {
        return new Raw(Symbology.UNTOLD, line.from(0));
    }

    private boolean identified() {
        return line.length() > AIM_LENGTH && line.at(0) == ']' && Character.isLetter(line.at(1));
    }

    private void spoil(String why) {
        line.clear();
        spoilt++;
        complaint = why;
    }

    @Override
    public boolean torn() {
        return dropping || !line.isEmpty();
    }

    @Override
    public void giveUp() {
        if (!dropping) {
            spoil("without CR or LF at its end; is that the scanner's suffix?");
        }
        dropping = false;
    }

    @Override
    public void disown() {
        dropping = torn();
        line.clear();
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
        line.clear();
        dropping = false;
        forget();
    }
}
