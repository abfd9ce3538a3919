package io.zizhu.driver.caisse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message of Caisse-AP: records {@code TAG(2) LENGTH(3 digits) VALUE} in ASCII, the first of them {@code CZ}.
 *
 * <p>A message says nowhere how long it is. It ends where the next {@code CZ} begins, or where nothing follows any more;
 * who reads must wait a moment at the end of a record.
 */
public final class CaisseMessage {
    private static final String FIRST = "CZ";
    private static final int HEAD = 5;

    private final Map<String, String> records;

    private CaisseMessage(Map<String, String> records) {
        this.records = records;
    }

    /** Begins a message of protocol version 3.00. */
    public static CaisseMessage begin() {
        return new CaisseMessage(new LinkedHashMap<>()).with(FIRST, "0300");
    }

    public CaisseMessage with(String tag, String value) {
        if (!isTag(tag) || value.isEmpty() || value.length() > 999) {
            throw new IllegalArgumentException("no record: " + tag + " of " + value.length() + " characters");
        }
        Map<String, String> more = new LinkedHashMap<>(records);
        more.put(tag, value);
        return new CaisseMessage(more);
    }

    public byte[] wire() {
        StringBuilder text = new StringBuilder();
        records.forEach((tag, value) ->
                text.append(tag).append("%03d".formatted(value.length())).append(value));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public Optional<String> find(String tag) {
        return Optional.ofNullable(records.get(tag));
    }

    /**
     * What some bytes hold.
     *
     * @param messages all that have begun, oldest first; only of the last it is not known whether more belongs to it
     * @param end behind the last whole record
     * @param broken what follows there can never become one
     */
    public record Heard(List<CaisseMessage> messages, int end, boolean broken) {
        public Heard {
            messages = List.copyOf(messages);
        }
    }

    /** Reads the records in these bytes; any bytes read as something. */
    public static Heard read(byte[] bytes) {
        List<CaisseMessage> messages = new ArrayList<>();
        Map<String, String> records = new LinkedHashMap<>();
        int at = 0;
        while (true) {
            if (!mayBeHead(bytes, at, records.isEmpty())) {
                return heard(messages, records, at, true);
            }
            if (at + HEAD > bytes.length) {
                return heard(messages, records, at, false);
            }
            String tag = text(bytes, at, at + 2);
            int end = at + HEAD + Integer.parseInt(text(bytes, at + 2, at + HEAD));
            if (end > bytes.length) {
                return heard(messages, records, at, false);
            }
            if (tag.equals(FIRST) && !records.isEmpty()) {
                messages.add(new CaisseMessage(records));
                records = new LinkedHashMap<>();
            }
            records.putIfAbsent(tag, text(bytes, at + HEAD, end));
            at = end;
        }
    }

    private static Heard heard(List<CaisseMessage> messages, Map<String, String> records, int end, boolean broken) {
        if (!records.isEmpty()) {
            messages.add(new CaisseMessage(records));
        }
        return new Heard(messages, end, broken);
    }

    /** As far as its five bytes are there: two letters or digits, three digits; a message begins with CZ. */
    private static boolean mayBeHead(byte[] bytes, int at, boolean first) {
        for (int i = 0; i < HEAD && at + i < bytes.length; i++) {
            int each = bytes[at + i];
            boolean digit = each >= '0' && each <= '9';
            boolean letter = each >= 'A' && each <= 'Z';
            boolean fits = i >= 2 ? digit : first ? each == FIRST.charAt(i) : digit || letter;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(String tag) {
        return tag.matches("[A-Z0-9]{2}");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The tags only: a value may name a card. */
    @Override
    public String toString() {
        return records.keySet().toString();
    }
}
