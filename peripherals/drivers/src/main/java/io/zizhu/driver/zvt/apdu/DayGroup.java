package io.zizhu.driver.zvt.apdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One group of the totals that a pad states at the end of the day (field 60): the numbers of the first and the last
 * receipt, then for each of seven kinds of card a count in one byte and a sum of six packed bytes.
 *
 * @param minor in the currency's smallest unit
 */
public record DayGroup(String card, int count, long minor) {
    private static final List<String> CARDS =
            List.of("girocard", "JCB", "Mastercard", "American Express", "VISA", "Diners", "other");

    private static final int HEAD = 4;
    private static final int GROUP = 7;

    /** The groups with anything in them; none where the field is not whole. */
    public static List<DayGroup> read(byte[] field) {
        List<DayGroup> groups = new ArrayList<>();
        for (int i = 0; i < CARDS.size(); i++) {
            int at = HEAD + i * GROUP;
            if (at + GROUP > field.length) {
                return List.of();
            }
            long minor = Packed.number(Arrays.copyOfRange(field, at + 1, at + GROUP));
            int count = field[at] & 0xFF;
            if (minor < 0) {
                return List.of();
            }
            if (count > 0 || minor > 0) {
                groups.add(new DayGroup(CARDS.get(i), count, minor));
            }
        }
        return groups;
    }
}
