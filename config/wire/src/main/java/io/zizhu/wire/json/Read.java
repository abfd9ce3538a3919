package io.zizhu.wire.json;

/** What came of reading bytes that a stranger sent: the thing, or where and why it is not one. */
public sealed interface Read<T> {
    record Good<T>(T value) implements Read<T> {}

    /**
     * @param field path of the misfit, or {@code at N} for position N (characters) in text that is not JSON
     * @param why in technician's words, without the value
     */
    record Bad<T>(String field, String why) implements Read<T> {}

    /** The value, where anything else would be a bug of ours (our own files, tests). */
    default T orThrow() {
        return switch (this) {
            case Good<T>(T value) -> value;
            case Bad<T>(String field, String why) -> throw new Misfit(field, why);
        };
    }
}
