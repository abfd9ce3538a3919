package io.zizhu.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what what was measured, and which statistic of how many
 * @param mine ours
 * @param bare the alternative, measured in the same run
 * @param unit of both
 * @param alternative what the alternative is
 */
record Row(String what, double mine, double bare, String unit, String alternative) {
    private static final List<String> HEAD = List.of("what", "this", "bare", "ratio", "the bare alternative");

    private List<String> cells() {
        return List.of(what, number(mine), number(bare), String.format(Locale.ROOT, "%.2f", mine / bare), alternative);
    }

    private String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
    }

    /** All rows under one head, columns aligned; a Markdown table, so that it can be kept as it is. */
    static String table(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        rows.forEach(row -> lines.add(row.cells()));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append('|');
            for (int i = 0; i < widths.length; i++) {
                boolean right = i > 0 && i < 4;
                String form = " %" + (right ? "" : "-") + widths[i] + "s |";
                text.append(String.format(Locale.ROOT, form, line.get(i)));
            }
            text.append('\n');
            if (line == lines.getFirst()) {
                text.append('|');
                for (int i = 0; i < widths.length; i++) {
                    text.append("-".repeat(widths[i] + 1)).append(i > 0 && i < 4 ? ":|" : "-|");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
