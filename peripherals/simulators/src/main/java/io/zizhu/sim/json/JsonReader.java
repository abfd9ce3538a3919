package io.zizhu.sim.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value, strictly; nesting is limited so that a stranger's text cannot exhaust the stack. */
final class JsonReader {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json whole() throws JsonBroken {
        Json value = value();
        space();
        if (at != text.length()) {
            throw broken("something follows the value");
        }
        return value;
    }

    private Json value() throws JsonBroken {
        space();
        if (at == text.length()) {
            throw broken("a value is missing");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object() throws JsonBroken {
        deeper();
        Map<String, Json> fields = new LinkedHashMap<>();
        at++;
        if (!ends('}')) {
            do {
                space();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw broken("a field name is missing");
                }
                String name = string();
                expect(':');
                fields.put(name, value());
            } while (more('}'));
        }
        depth--;
        return new Json.Obj(fields);
    }

    private Json array() throws JsonBroken {
        deeper();
        List<Json> items = new ArrayList<>();
        at++;
        if (!ends(']')) {
            do {
                items.add(value());
            } while (more(']'));
        }
        depth--;
        return new Json.Arr(items);
    }

    private String string() throws JsonBroken {
        StringBuilder to = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return to.toString();
            }
            if (c == '\\') {
                to.append(escaped());
            } else if (c < 0x20) {
                throw broken("a control character in a text");
            } else {
                to.append(c);
            }
        }
        throw broken("a text does not end");
    }

    private char escaped() throws JsonBroken {
        if (at == text.length()) {
            throw broken("a text does not end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw broken("\\u needs four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw broken("no escape is spelt \\" + c);
        };
    }

    private Json number() throws JsonBroken {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            at = from;
            throw broken("no value starts so");
        }
        return new Json.Num(Double.parseDouble(digits));
    }

    private Json word(String word, Json value) throws JsonBroken {
        if (!text.startsWith(word, at)) {
            throw broken("no value starts so");
        }
        at += word.length();
        return value;
    }

    private boolean more(char end) throws JsonBroken {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private boolean ends(char end) {
        space();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws JsonBroken {
        space();
        if (at == text.length() || text.charAt(at) != c) {
            throw broken("'" + c + "' is missing");
        }
        at++;
    }

    private void deeper() throws JsonBroken {
        if (++depth > DEEPEST) {
            throw broken("nested deeper than " + DEEPEST);
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonBroken broken(String what) {
        return new JsonBroken("JSON, character " + at + ": " + what);
    }
}
