package io.zizhu.wire.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of one object while a form is read; every complaint carries the path. */
public final class Fields {
    private final String path;
    private final Map<String, Json> members;

    private Fields(String path, Map<String, Json> members) {
        this.path = path;
        this.members = members;
    }

    /** @throws Misfit where the value is not an object */
    public static Fields of(String path, Json json) {
        if (json instanceof Json.Obj(var members)) {
            return new Fields(path, members);
        }
        throw new Misfit(path, "is not an object");
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Json json(String name) {
        Json value = members.get(name);
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    public Json.Obj object(String name) {
        if (json(name) instanceof Json.Obj object) {
            return object;
        }
        throw wrong(name, "is not an object");
    }

    public String text(String name) {
        if (json(name) instanceof Json.Text(String text)) {
            return text;
        }
        throw wrong(name, "is not a text");
    }

    /** A text of at most {@code longest} characters. */
    public String text(String name, int longest) {
        String text = text(name);
        if (text.length() <= longest) {
            return text;
        }
        throw wrong(name, "is longer than " + longest + " characters");
    }

    public Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public long whole(String name) {
        if (json(name) instanceof Json.Num(double number)
                && number == Math.rint(number)
                && Math.abs(number) <= Json.LARGEST_WHOLE) {
            return (long) number;
        }
        throw wrong(name, "is not a whole number");
    }

    /** A whole number that is not negative. */
    public long count(String name) {
        long count = whole(name);
        if (count >= 0) {
            return count;
        }
        throw wrong(name, "is negative");
    }

    public boolean flag(String name) {
        if (json(name) instanceof Json.Bool(boolean flag)) {
            return flag;
        }
        throw wrong(name, "is not true or false");
    }

    public Instant instant(String name) {
        return parsed(name, Instant::parse, "is not a UTC time such as 2026-11-21T10:00:00Z");
    }

    public LocalDate date(String name) {
        return parsed(name, LocalDate::parse, "is not a date such as 2026-11-21");
    }

    public Octets octets(String name) {
        return Octets.base64(under(name), text(name));
    }

    public Digest digest(String name) {
        return parsed(name, Digest::new, "is not 64 lower-case hex digits");
    }

    public Fields child(String name) {
        return of(under(name), json(name));
    }

    public <T> List<T> list(String name, Function<Fields, T> reader) {
        if (!(json(name) instanceof Json.Arr(var values))) {
            throw wrong(name, "is not a list");
        }
        var out = new ArrayList<T>();
        for (int i = 0; i < values.size(); i++) {
            out.add(reader.apply(of(under(name) + "[" + i + "]", values.get(i))));
        }
        return List.copyOf(out);
    }

    public List<String> texts(String name) {
        if (!(json(name) instanceof Json.Arr(var values))) {
            throw wrong(name, "is not a list");
        }
        var out = new ArrayList<String>();
        for (Json value : values) {
            out.add(textOf(name, value));
        }
        return List.copyOf(out);
    }

    /** An object whose values are all texts, in the order it was sent. */
    public Map<String, String> textMap(String name) {
        var out = new LinkedHashMap<String, String>();
        object(name).members().forEach((key, value) -> {
            out.put(key, textOf(name, value));
        });
        return out;
    }

    /** An object whose values are objects, each read by {@code reader}. */
    public <T> Map<String, T> map(String name, Function<Fields, T> reader) {
        var out = new LinkedHashMap<String, T>();
        object(name).members().forEach((key, value) -> out.put(key, reader.apply(of(under(name) + "." + key, value))));
        return out;
    }

    /** One of an enum's constants by the word it has on the wire. */
    public <E> E word(String name, E[] all, Function<E, String> spelling) {
        String word = text(name);
        for (E each : all) {
            if (spelling.apply(each).equals(word)) {
                return each;
            }
        }
        throw wrong(name, "is none of the known words");
    }

    public Misfit wrong(String name, String why) {
        return new Misfit(under(name), why);
    }

    private <T> T parsed(String name, Function<String, T> parser, String why) {
        String text = text(name);
        T value;
        try {
            value = parser.apply(text);
        } catch (DateTimeException | Misfit e) {
            throw wrong(name, why);
        }
        return value;
    }

    private String textOf(String name, Json value) {
        if (value instanceof Json.Text(String text)) {
            return text;
        }
        throw wrong(name, "holds a value that is not a text");
    }

    private String under(String name) {
        return path + "." + name;
    }
}
