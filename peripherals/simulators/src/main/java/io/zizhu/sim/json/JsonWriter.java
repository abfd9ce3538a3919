package io.zizhu.sim.json;

import java.util.Map;

/** Spells a {@link Json} value. */
final class JsonWriter {
    private JsonWriter() {}

    static void write(Json value, StringBuilder to) {
        switch (value) {
            case Json.Text(var text) -> quote(text, to);
            case Json.Num(var number) -> number(number, to);
            case Json.Bool(var truth) -> to.append(truth);
            case Json.Null() -> to.append("null");
            case Json.Arr(var items) -> {
                String gap = "[";
                for (Json item : items) {
                    to.append(gap);
                    write(item, to);
                    gap = ",";
                }
                to.append(items.isEmpty() ? "[]" : "]");
            }
            case Json.Obj(var fields) -> object(fields, to);
        }
    }

    private static void object(Map<String, Json> fields, StringBuilder to) {
        to.append('{');
        String gap = "";
        for (Map.Entry<String, Json> field : fields.entrySet()) {
            to.append(gap);
            quote(field.getKey(), to);
            to.append(':');
            write(field.getValue(), to);
            gap = ",";
        }
        to.append('}');
    }

    private static void number(double number, StringBuilder to) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            to.append((long) number);
        } else {
            to.append(number);
        }
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < 0x20) {
                to.append(String.format("\\u%04x", (int) c));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }
}
