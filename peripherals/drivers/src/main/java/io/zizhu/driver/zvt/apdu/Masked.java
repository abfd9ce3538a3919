package io.zizhu.driver.zvt.apdu;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Card numbers without their middle: six digits and four stay. Done here for every pad, as not every pad does it. */
public final class Masked {
    /** Twelve digits or more, alone or in groups with one blank or hyphen between; what else is that long goes with it. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){11,}");

    private static final int FRONT = 6;
    private static final int BACK = 4;

    private Masked() {}

    /** Field 22: pads mask with E and fill up with F. */
    public static String card(String digits) {
        return hidden(digits.replaceAll("F+$", "").replace('E', '*'));
    }

    /** A line of text. */
    public static String line(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(hidden(found.group())));
    }

    private static String hidden(String number) {
        StringBuilder hidden = new StringBuilder(number);
        int all = (int) number.chars().filter(Masked::counts).count();
        int seen = 0;
        for (int at = 0; at < hidden.length(); at++) {
            if (!counts(hidden.charAt(at))) {
                continue;
            }
            if (seen >= FRONT && seen < all - BACK) {
                hidden.setCharAt(at, '*');
            }
            seen++;
        }
        return hidden.toString();
    }

    private static boolean counts(int each) {
        return each != ' ' && each != '-';
    }
}
