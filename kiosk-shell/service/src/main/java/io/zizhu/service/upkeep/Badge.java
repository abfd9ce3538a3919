package io.zizhu.service.upkeep;

/**
 * What somebody shows at the door; withheld.
 *
 * @param number of the badge; empty where the station has one PIN for all
 * @param code of the badge's app; empty where it has none
 */
public record Badge(String number, String pin, String code) {
    /** A plain badge, without an app. */
    public static Badge of(String number, String pin) {
        return new Badge(number, pin, "");
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
