package io.zizhu.device.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of a driver's settings: what may stand there. From it a devices section is checked before anything is opened,
 * and {@code docs/devices.md} is written.
 *
 * @param otherwise what counts where the key is missing; empty for a key that must be there, unless it is optional
 * @param optional the key may be missing without anything in its place
 */
public record Setting(String key, Form form, Optional<String> otherwise, boolean optional) {
    /** What may stand there. */
    public sealed interface Form {
        record Text() implements Form {}

        record Whole(int least, int most) implements Form {}

        record OneOf(List<String> words) implements Form {
            public OneOf {
                words = List.copyOf(words);
            }
        }

        /** @param said the form in words, for the one who wrote it wrongly */
        record Like(Pattern pattern, String said) implements Form {}
    }

    public static Setting text(String key) {
        return new Setting(key, new Form.Text(), Optional.empty(), false);
    }

    public static Setting text(String key, String otherwise) {
        return new Setting(key, new Form.Text(), Optional.of(otherwise), false);
    }

    public static Setting number(String key, int least, int most) {
        return new Setting(key, new Form.Whole(least, most), Optional.empty(), false);
    }

    public static Setting number(String key, int otherwise, int least, int most) {
        return new Setting(key, new Form.Whole(least, most), Optional.of(String.valueOf(otherwise)), false);
    }

    public static Setting oneOf(String key, List<String> words) {
        return new Setting(key, new Form.OneOf(words), Optional.empty(), false);
    }

    /** @param otherwise one of the words */
    public static Setting oneOf(String key, String otherwise, List<String> words) {
        return new Setting(key, new Form.OneOf(words), Optional.of(otherwise), false);
    }

    /** @param said the form in words, such as {@code ipp://host/path} */
    public static Setting like(String key, String regex, String said) {
        return new Setting(key, new Form.Like(Pattern.compile(regex), said), Optional.empty(), false);
    }

    /** The same, but it may be missing. */
    public Setting orNothing() {
        return new Setting(key, form, otherwise, true);
    }

    /** The same with something in its place where it is missing. */
    public Setting or(String inItsPlace) {
        return new Setting(key, form, Optional.of(inItsPlace), optional);
    }

    boolean required() {
        return !optional && otherwise.isEmpty();
    }

    /** Why a value cannot stand there. */
    Optional<String> objection(String value) {
        return switch (form) {
            case Form.Text text -> value.isBlank() ? Optional.of("is empty") : Optional.empty();
            case Form.Whole(int least, int most) ->
                value.matches("-?\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most
                        ? Optional.empty()
                        : Optional.of("\"" + value + "\" is no whole number from " + least + " to " + most);
            case Form.OneOf(var words) ->
                words.contains(value) ? Optional.empty() : Optional.of("\"" + value + "\" is none of " + words);
            case Form.Like(var pattern, var said) ->
                pattern.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of("\"" + value + "\" is not like " + said);
        };
    }
}
