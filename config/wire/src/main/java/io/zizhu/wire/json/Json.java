package io.zizhu.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value (RFC 8259, restricted to I-JSON, RFC 7493) with exactly one byte form (RFC 8785). Values never show
 * themselves in {@code toString}: any of them may hold a citizen's data.
 */
public sealed interface Json {
    /** Whole numbers beyond this lose their last digit in a double, so they are refused. */
    long LARGEST_WHOLE = (1L << 53) - 1;

    /** Members in the order they were written; equality and the canonical form ignore it. */
    record Obj(Map<String, Json> members) implements Json {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public Obj with(String name, Json value) {
            var more = new LinkedHashMap<>(members);
            more.put(name, value);
            return new Obj(more);
        }

        public Obj with(String name, String value) {
            return with(name, new Text(value));
        }

        public Obj with(String name, long value) {
            return with(name, Num.of(value));
        }

        public Obj with(String name, boolean value) {
            return with(name, new Bool(value));
        }

        public Obj with(String name, Octets value) {
            return with(name, new Text(value.base64()));
        }

        public Obj with(String name, List<? extends Json> values) {
            return with(name, new Arr(List.copyOf(values)));
        }

        public Obj with(String name, Map<String, String> values) {
            var texts = new LinkedHashMap<String, Json>();
            values.forEach((key, value) -> texts.put(key, new Text(value)));
            return with(name, new Obj(texts));
        }

        public Obj without(String name) {
            var fewer = new LinkedHashMap<>(members);
            fewer.remove(name);
            return new Obj(fewer);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Arr(List<Json> values) implements Json {
        public Arr {
            values = List.copyOf(values);
        }

        public static Arr texts(List<String> texts) {
            return new Arr(texts.stream().<Json>map(Text::new).toList());
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Text(String value) implements Json {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Num(double value) implements Json {
        public Num {
            if (!Double.isFinite(value)) {
                throw new Misfit("number", "is not finite");
            }
            value = value == 0 ? 0 : value;
        }

        public static Num of(long value) {
            if (Math.abs(value) > LARGEST_WHOLE) {
                throw new Misfit("number", "is beyond 2^53 - 1");
            }
            return new Num(value);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Null() implements Json {}

    /** The canonical form, RFC 8785. */
    default String canonical() {
        return new CanonicalWriter().write(this);
    }

    /** The canonical form in UTF-8: what is signed, digested and sent. */
    default byte[] bytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads any well-formed text within {@link Limits#USUAL}. */
    static Read<Json> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    }

    /** Reads UTF-8 strictly: one value, no duplicate names, no lone surrogates, nothing after it. */
    static Read<Json> parse(byte[] utf8, Limits limits) {
        try {
            return new Read.Good<>(new StrictReader(utf8, limits).document());
        } catch (Misfit misfit) {
            return new Read.Bad<>(misfit.field(), misfit.why());
        }
    }
}
