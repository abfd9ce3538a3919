package io.zizhu.driver.document;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Shot;
import io.zizhu.driver.camera.Frame;
import io.zizhu.driver.camera.Light;
import java.util.Optional;

/**
 * Chooses the best of several pictures of a sheet that lies still. A sheet that moves, goes or is laid anew begins again.
 * Belongs to the looking thread, for one shot.
 */
final class Choice {
    /** So many sharp pictures of a sheet at rest are enough; at eight a second that takes half a second. */
    private static final int ENOUGH = 4;

    /** From a slow camera, whatever came in so long after the first sharp one is enough. */
    private static final long LONG_NANOS = 1_000_000_000L;

    private final String where;
    private final int sharpness;
    private Optional<byte[]> best = Optional.empty();
    private Optional<Tray.Sheet> bestSheet = Optional.empty();
    private Optional<Tray.Sheet> last = Optional.empty();
    private Optional<Light> unlit = Optional.empty();
    private boolean sawSheet;
    private int good;
    private long firstGood;
    private long lastGood;

    Choice(String where, int sharpness) {
        this.where = where;
        this.sharpness = sharpness;
    }

    /** One more picture. */
    void saw(Frame frame) {
        byte[] jpeg = frame.jpeg();
        unlit = Tray.unlit(jpeg);
        Optional<Tray.Sheet> now = unlit.isPresent() ? Optional.empty() : Tray.look(jpeg);
        sawSheet |= now.isPresent();
        boolean rests = now.isPresent() && last.map(now.get()::near).orElse(false);
        last = now;
        if (!rests) {
            begin();
        } else if (now.get().sharpness() >= sharpness) {
            firstGood = good == 0 ? frame.nanos() : firstGood;
            lastGood = frame.nanos();
            good++;
            if (bestSheet.map(sheet -> now.get().worth() > sheet.worth()).orElse(true)) {
                best = Optional.of(jpeg);
                bestSheet = now;
            }
        }
    }

    private void begin() {
        good = 0;
        best = Optional.empty();
        bestSheet = Optional.empty();
    }

    boolean enough() {
        return good >= ENOUGH || (good > 1 && lastGood - firstGood >= LONG_NANOS);
    }

    /** What all the pictures come to; where none came, nothing was seen. */
    Shot outcome() {
        if (best.isPresent()) {
            return new Shot.Taken(DocumentOpenCv.scan(best.get()));
        }
        if (unlit.isPresent()) {
            return new Shot.Failed(new Fault(Fault.Kind.BROKEN, where + ": " + said(unlit.get())));
        }
        return sawSheet
                ? new Shot.Failed(new Fault(Fault.Kind.MOVED, where + ": the sheet never lay still and sharp"))
                : new Shot.Nothing();
    }

    private static String said(Light light) {
        return switch (light) {
            case WELL -> "light is well";
            case COVERED -> "the lens is covered, or there is no light";
            case DARK -> "the picture is too dark";
            case BLOWN_OUT -> "the picture is blown out";
        };
    }
}
