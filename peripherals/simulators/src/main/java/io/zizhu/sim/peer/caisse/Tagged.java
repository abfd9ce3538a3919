package io.zizhu.sim.peer.caisse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tagged text both ways: two characters of tag, three digits of length, the value. */
final class Tagged {
    private static final String[] MANDATORY = {"CZ", "CJ", "CA", "CB", "CD", "CE"};

    private Tagged() {}

    /** The records of a question; none where its bytes end inside a record, or are none. */
    static Map<String, String> read(String text) {
        Map<String, String> records = new LinkedHashMap<>();
        int at = 0;
        while (at + 5 <= text.length() && text.substring(at + 2, at + 5).matches("\\d{3}")) {
            int end = at + 5 + Integer.parseInt(text.substring(at + 2, at + 5));
            if (end > text.length()) {
                return Map.of();
            }
            records.put(text.substring(at, at + 2), text.substring(at + 5, end));
            at = end;
        }
        return at == text.length() ? records : Map.of();
    }

    static boolean complete(Map<String, String> question) {
        for (String tag : MANDATORY) {
            if (!question.containsKey(tag)) {
                return false;
            }
        }
        return question.getOrDefault("CB", "").matches("\\d{2,12}");
    }

    static byte[] write(Map<String, String> records) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> record : records.entrySet()) {
            text.append(record.getKey());
            text.append(String.format("%03d", record.getValue().length()));
            text.append(record.getValue());
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
