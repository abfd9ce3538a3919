package io.zizhu.wire.json;

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
                for (var member : new TreeMap<>(members).entrySet()) {
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

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new Misfit("text", "has a lone surrogate");
                }
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
