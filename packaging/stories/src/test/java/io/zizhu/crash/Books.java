package io.zizhu.crash;

import io.zizhu.stories.BenchClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What everybody wrote down until now: the centre, the pad, the printer's tray.
 *
 * @param matters by case number
 * @param taken fen that stand at the pad
 * @param printed how often each certificate came out
 * @param alarms of the centre, about the chain above all
 * @param held how many rows the centre holds
 */
record Books(Map<String, Matter> matters, long taken, Map<String, Integer> printed, List<String> alarms, long held) {
    private static final Pattern STATE = Pattern.compile("\"amount\":(\\d+).*\"state\":\"([a-z-]+)\"");

    /** @param steps how many lines its history has, which the progress code opens */
    record Matter(String number, String state, long fee, String receipt, String certificate, String code, int steps) {
        /** Fen for which the centre does something. */
        long paid() {
            return state.equals("TAKEN") && !receipt.isEmpty() ? fee : 0;
        }
    }

    static Books read(Station station, Tray tray) {
        try (Connection centre = DriverManager.getConnection("jdbc:sqlite:" + station.centreBooks());
                Statement query = centre.createStatement()) {
            return new Books(matters(query), taken(station.bench()), tray.look(), alarms(query), held(query));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the centre's books cannot be read", unreadable);
        }
    }

    private static Map<String, Matter> matters(Statement query) throws SQLException {
        Map<String, Matter> matters = new HashMap<>();
        try (ResultSet row = query.executeQuery(
                "select number, state, fee, ifnull(receipt, ''), ifnull(certificate, ''), ifnull(code, ''), (select"
                        + " count(*) from step where step.number = matter.number) from matter")) {
            while (row.next()) {
                matters.put(
                        row.getString(1),
                        new Matter(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getInt(7)));
            }
        }
        return matters;
    }

    private static List<String> alarms(Statement query) throws SQLException {
        List<String> alarms = new ArrayList<>();
        try (ResultSet row = query.executeQuery("select kind || ': ' || detail from alarm order by at")) {
            while (row.next()) {
                alarms.add(row.getString(1));
            }
        }
        return alarms;
    }

    private static long held(Statement query) throws SQLException {
        try (ResultSet row = query.executeQuery("select count(*) from row")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static long taken(BenchClient bench) {
        long fen = 0;
        for (byte[] booking : bench.since("pay-pad", 0)) {
            Matcher found = STATE.matcher(new String(booking, StandardCharsets.UTF_8));
            if (!found.find()) {
                throw new IllegalStateException(
                        "a booking that cannot be read: " + new String(booking, StandardCharsets.UTF_8));
            }
            fen += switch (found.group(2)) {
                case "standing" -> Long.parseLong(found.group(1));
                case "paid-out" -> -Long.parseLong(found.group(1));
                default -> 0;
            };
        }
        return fen;
    }

    /** Fen of everything that was paid and is pursued. */
    long paid() {
        return matters.values().stream().mapToLong(Matter::paid).sum();
    }
}
