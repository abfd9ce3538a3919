package io.zizhu.driver.ups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of upsd's answer, cut into words. A word in quotes may hold blanks, and {@code \"} and {@code \\} (NUT
 * developer guide, "Network protocol information"). Pure.
 */
record NutLine(List<String> words) {
    /** No variable's line is longer: upsd itself cuts values at 512 bytes. */
    static final int LONGEST = 2048;

    NutLine {
        words = List.copyOf(words);
    }

    /** Empty where a quote is never closed or a backslash ends the line: no line of this protocol. */
    static Optional<NutLine> cut(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (next == '\\') {
                if (++at == line.length()) {
                    return Optional.empty();
                }
                word.append(line.charAt(at));
                begun = true;
            } else if (next == '"') {
                quoted = !quoted;
                begun = true;
            } else if (!quoted && (next == ' ' || next == '\t' || next == '\r')) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(next);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quoted ? Optional.empty() : Optional.of(new NutLine(words));
    }

    /** Whether the line begins with just these words. */
    boolean begins(String... expected) {
        return words.size() >= expected.length
                && words.subList(0, expected.length).equals(List.of(expected));
    }

    /** The word at this place, empty text where the line is shorter. */
    String word(int at) {
        return at < words.size() ? words.get(at) : "";
    }

    /** The code of an {@code ERR} line, such as {@code DATA-STALE}. */
    Optional<String> error() {
        return begins("ERR") ? Optional.of(word(1)) : Optional.empty();
    }
}
