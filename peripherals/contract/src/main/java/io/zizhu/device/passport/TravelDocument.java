package io.zizhu.device.passport;

import java.time.LocalDate;

/**
 * What a chip said, and what could be proved of it. Withheld: it lives in the visit and is never logged.
 *
 * @param mrz data group 1
 * @param picture data group 2
 * @param authenticity whether an issuer stands behind both; a reader that proved nothing says so
 * @param opened how the chip was opened
 */
public record TravelDocument(Mrz mrz, ChipPicture picture, Authenticity authenticity, Opened opened) {
    /** Doc 9303-11: basic access control (4.3), or password authenticated connection establishment (4.4). */
    public enum Opened {
        BAC,
        PACE
    }

    public boolean expiredOn(LocalDate day) {
        return day.isAfter(mrz.expiry());
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
