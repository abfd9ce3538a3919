package io.zizhu.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pad's telegrams as places name them. A receipt is printed line by line, each line a telegram and its acceptance: with
 * the same command after the same two commands both ends stand where they stood a line before, so that only the first of
 * such telegrams is cut.
 */
final class Telegram {
    private static final Pattern PLACE =
            Pattern.compile("(\\w+ #\\d+: pay-pad) (in|out) telegram (\\d+) (?:([0-9A-F]{4}) )?(.*)");

    private Telegram() {}

    /** The places of telegrams that repeat an earlier one. */
    static Set<String> repeated(List<String> places) {
        Map<String, String> commands = new HashMap<>();
        places.forEach(place -> learn(place, commands));
        Set<String> known = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (String place : places) {
            Matcher telegram = PLACE.matcher(place);
            if (telegram.matches() && !known.add(situation(telegram, commands))) {
                repeated.add(place);
            }
        }
        return repeated;
    }

    private static void learn(String place, Map<String, String> commands) {
        Matcher telegram = PLACE.matcher(place);
        if (telegram.matches() && telegram.group(4) != null) {
            commands.put(telegram.group(1) + telegram.group(3), telegram.group(2) + telegram.group(4));
        }
    }

    private static String situation(Matcher telegram, Map<String, String> commands) {
        int number = Integer.parseInt(telegram.group(3));
        StringBuilder situation = new StringBuilder(telegram.group(1) + telegram.group(5));
        for (int back = 0; back <= 2; back++) {
            situation.append(' ').append(commands.getOrDefault(telegram.group(1) + (number - back), "-"));
        }
        return situation.toString();
    }
}
