package io.zizhu.central.day;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as RFC 4180 in UTF-8 with a byte order mark, so that Excel reads Chinese. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front; amounts are written by this class alone and stay numbers. Pure.
 */
final class Csv {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv(List<String> titles) {
        row(titles);
    }

    /** One more record. */
    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Fen as yuan, such as {@code -20.00}. */
    static String yuan(long fen) {
        return (fen < 0 ? "-" : "") + Math.abs(fen / 100) + "."
                + String.format(Locale.ROOT, "%02d", Math.abs(fen % 100));
    }

    private static String cell(String value) {
        String safe = formula(value) ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean formula(String value) {
        return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 && !value.matches("-?\\d+\\.\\d{2}");
    }
}
