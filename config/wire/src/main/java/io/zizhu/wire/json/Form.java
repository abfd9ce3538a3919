package io.zizhu.wire.json;

import java.util.function.Function;

/**
 * How one record is written as JSON and read back. Each form of the line is a constant {@code FORM} of its record; any
 * thread may use it. Members that a form does not know are passed over, so a newer sender may add some.
 *
 * @param name what a technician calls the form in a complaint
 */
public record Form<T>(String name, Function<T, Json.Obj> writer, Function<Fields, T> reader) {

    public Json.Obj write(T value) {
        return writer.apply(value);
    }

    /** Canonical UTF-8. */
    public byte[] bytes(T value) {
        return write(value).bytes();
    }

    public String text(T value) {
        return write(value).canonical();
    }

    public Read<T> open(byte[] utf8) {
        return open(utf8, Limits.USUAL);
    }

    public Read<T> open(byte[] utf8, Limits limits) {
        return switch (Json.parse(utf8, limits)) {
            case Read.Good<Json>(Json json) -> read(json);
            case Read.Bad<Json>(String field, String why) -> new Read.Bad<>(field, why);
        };
    }

    public Read<T> read(Json json) {
        try {
            return new Read.Good<>(reader.apply(Fields.of(name, json)));
        } catch (Misfit misfit) {
            return new Read.Bad<>(misfit.field(), misfit.why());
        }
    }
}
