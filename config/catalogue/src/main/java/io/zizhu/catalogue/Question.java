package io.zizhu.catalogue;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name the field's name, as answers and {@code data-field} carry it
 * @param options what can be chosen; empty for {@code CODE}
 */
public record Question(String name, Words label, Kind kind, List<Option> options) {
    public Question {
        options = List.copyOf(options);
    }

    public enum Kind {
        /** Exactly one of the options. */
        CHOICE,
        /** Digits typed on the screen's own key pad. */
        CODE
    }

    /** @param value what the answer carries; the label is for people */
    public record Option(String value, Words label) {}

    /** Is this a possible answer? Pure; the flow asks before it believes any screen. */
    public boolean allows(String answer) {
        return switch (kind) {
            case CHOICE -> options.stream().anyMatch(option -> option.value().equals(answer));
            case CODE -> answer.matches("\\d{6,16}");
        };
    }
}
