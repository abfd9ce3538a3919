package io.zizhu.terminal.journal;

/** What a row is to the rows around it. */
sealed interface Mode {
    record Intent() implements Mode {}

    record Outcome(long intent) implements Mode {}

    record Note() implements Mode {}

    /** The visit is over; its data key goes in its time. */
    record Close() implements Mode {}
}
