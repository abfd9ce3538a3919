package io.zizhu.wire.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent over one document. Every complaint names the character position, never what stood there. */
final class StrictReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private final Limits limits;
    private int at;
    private int depth;

    StrictReader(byte[] utf8, Limits limits) {
        if (utf8.length > limits.bytes()) {
            throw new Misfit("at 0", "is longer than " + limits.bytes() + " bytes");
        }
        try {
            this.text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Misfit("at 0", "is not UTF-8");
        }
        this.limits = limits;
    }

    Json document() {
        Json value = value();
        skip();
        if (at < text.length()) {
            throw wrong("something after the end");
        }
        return value;
    }

    private Json value() {
        skip();
        if (at >= text.length()) {
            throw wrong("ends too early");
        }
        return switch (text.charAt(at)) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json nested(Supplier<Json> inner) {
        if (++depth > limits.depth()) {
            throw wrong("nested deeper than " + limits.depth());
        }
        at++;
        Json value = inner.get();
        depth--;
        return value;
    }

    private Json object() {
        var members = new LinkedHashMap<String, Json>();
        if (taken('}')) {
            return new Json.Obj(members);
        }
        do {
            skip();
            int start = at;
            String name = string();
            demand(':');
            if (members.putIfAbsent(name, value()) != null) {
                at = start;
                throw wrong("a name stands twice");
            }
        } while (taken(','));
        demand('}');
        return new Json.Obj(members);
    }

    private Json array() {
        var values = new ArrayList<Json>();
        if (taken(']')) {
            return new Json.Arr(values);
        }
        do {
            values.add(value());
        } while (taken(','));
        demand(']');
        return new Json.Arr(values);
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong("a text was expected");
        }
        at++;
        var out = new StringBuilder();
        int start = at;
        while (true) {
            char c = next();
            if (c == '"') {
                break;
            }
            if (c < 0x20) {
                throw wrong("a control character in a text");
            }
            out.append(c == '\\' ? escape() : c);
        }
        return whole(out, start);
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("four hex digits were expected");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private String whole(StringBuilder out, int start) {
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < out.length() && Character.isLowSurrogate(out.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                at = start;
                throw wrong("a lone surrogate in a text");
            }
        }
        return out.toString();
    }

    private Json number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong("a value was expected");
        }
        double value = Double.parseDouble(matcher.group());
        if (!Double.isFinite(value)) {
            throw wrong("a number too large");
        }
        boolean whole = matcher.group(2) == null && matcher.group(3) == null;
        if (whole && Math.abs(value) > Json.LARGEST_WHOLE) {
            throw wrong("a whole number beyond 2^53 - 1");
        }
        at = matcher.end();
        return new Json.Num(value);
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value was expected");
        }
        at += word.length();
        return value;
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("ends within a text");
        }
        return text.charAt(at++);
    }

    private boolean taken(char wanted) {
        skip();
        boolean here = at < text.length() && text.charAt(at) == wanted;
        if (here) {
            at++;
        }
        return here;
    }

    private void demand(char wanted) {
        if (!taken(wanted)) {
            throw wrong("'" + wanted + "' was expected");
        }
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Misfit wrong(String why) {
        return new Misfit("at " + at, why);
    }
}
