package io.zizhu.sim.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON value (RFC 8259). Immutable; any thread. */
public sealed interface Json {
    record Obj(Map<String, Json> fields) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Text(String value) implements Json {}

    record Num(double value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** @throws JsonBroken where the text is not one JSON value; the message names the place */
    static Json parse(String text) throws JsonBroken {
        return new JsonReader(text).whole();
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(double value) {
        return new Num(value);
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static Json of(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** Keeps the order of the map's own iteration. */
    static Json of(Map<String, ? extends Json> fields) {
        return new Obj(new java.util.LinkedHashMap<>(fields));
    }

    /** A field of an object; empty for absent fields, for null and for values that are no objects. */
    default Optional<Json> field(String name) {
        return this instanceof Obj(var fields)
                ? Optional.ofNullable(fields.get(name)).filter(value -> !(value instanceof Null))
                : Optional.empty();
    }

    /** The text of a field, numbers and truth values spelt out; empty where there is none. */
    default Optional<String> text(String name) {
        return field(name).flatMap(Json::word);
    }

    /** This value as one word; empty for objects, arrays and null. */
    default Optional<String> word() {
        return switch (this) {
            case Text(var value) -> Optional.of(value);
            case Num n -> Optional.of(n.write());
            case Bool(var value) -> Optional.of(Boolean.toString(value));
            case Obj _, Arr _, Null _ -> Optional.empty();
        };
    }

    default String write() {
        StringBuilder to = new StringBuilder();
        JsonWriter.write(this, to);
        return to.toString();
    }
}
