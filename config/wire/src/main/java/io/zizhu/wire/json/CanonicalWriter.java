package io.zizhu.wire.json;

import java.util.Map;
import java.util.TreeMap;

/** RFC 8785: names sorted by UTF-16 units, no space, numbers as ECMAScript prints them, as few escapes as possible. */
final class CanonicalWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    String write(Json value) {
        put(value);
        return out.toString();
    }

    private void put(Json value) {
        switch (value) {
            case Json.Obj(var members) -> {
                out.append('{');
                String comma = "";
                for (var member : sorted(members).entrySet()) {
                    out.append(comma);
                    text(member.getKey());
                    out.append(':');
                    put(member.getValue());
                    comma = ",";
                }
                out.append('}');
            }
            case Json.Arr(var values) -> {
                out.append('[');
                String comma = "";
                for (Json each : values) {
                    out.append(comma);
                    put(each);
                    comma = ",";
                }
                out.append(']');
            }
            case Json.Text(String text) -> text(text);
            case Json.Num(double number) -> out.append(NumberText.of(number));
            case Json.Bool(boolean flag) -> out.append(flag);
            case Json.Null() -> out.append("null");
        }
    }

    private static Map<String, Json> sorted(Map<String, Json> members) {
        String before = "";
        for (String name : members.keySet()) {
            if (before.compareTo(name) > 0) {
                return new TreeMap<>(members);
            }
            before = name;
        }
        return members;
    }

    private void text(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, from, i);
                escaped(c);
                from = i + 1;
            } else if (c >= Character.MIN_SURROGATE && Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new Misfit("text", "has a lone surrogate");
                }
                i++;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
