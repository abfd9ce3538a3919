package io.zizhu.driver.finger;

import java.util.List;

/**
 * A finger minutiae record of ISO/IEC 19794-2:2005, taken apart. Withheld.
 *
 * @param width of the picture it was taken from, in pixels; the height likewise
 * @param perCentimetreX pixels a centimetre (197 at 500 dpi)
 * @param views at least one
 */
record MinutiaeRecord(int width, int height, int perCentimetreX, int perCentimetreY, List<View> views) {
    MinutiaeRecord {
        views = List.copyOf(views);
    }

    /**
     * One print of one finger.
     *
     * @param finger 0 to 10, see {@link io.zizhu.device.finger.Finger#code}
     * @param number which view of this finger, from 0
     * @param impression 0 for a live plain print; the others see table 3 of the standard
     * @param quality 0 to 100
     */
    record View(int finger, int number, int impression, int quality, List<Minutia> minutiae) {
        View {
            minutiae = List.copyOf(minutiae);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * A place where a ridge ends or forks.
     *
     * @param kind 1 ends, 2 forks, 0 something else
     * @param x in pixels from the left
     * @param y in pixels from the top
     * @param angle in units of 360/256 degrees, counter-clockwise from the right
     * @param quality 1 to 100; 0 where not told
     */
    record Minutia(int kind, int x, int y, int angle, int quality) {}

    @Override
    public String toString() {
        return "[withheld]";
    }
}
