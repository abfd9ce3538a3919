package io.zizhu.catalogue;

/**
 * Who may not go on, checked after the register answered.
 *
 * @param value years for {@code MIN_AGE}, unused otherwise
 * @param otherwise what the citizen is told, with where to go instead
 */
public record Rule(Kind kind, int value, Words otherwise) {
    public enum Kind {
        /** At least this many years old today. */
        MIN_AGE,
        /** A resident identity card was issued before. */
        HAD_CARD,
        /** The card presented is a citizen's card within its dates. */
        CARD_VALID
    }
}
