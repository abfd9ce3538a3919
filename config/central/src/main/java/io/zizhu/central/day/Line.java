package io.zizhu.central.day;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a terminal's day.
 *
 * @param ref the case's number; the order's, or the way of paying, where there is no case
 * @param at when it was charged, by the terminal's clock
 * @param fen what the journal says is kept
 * @param odd the sum in question where the sources differ
 * @param receipt as the journal says; empty where nothing was approved
 * @param office what the back office has of it
 * @param order what the payment office has of it; empty for cards
 * @param remark more about it, in plain words without personal data; may be empty
 */
public record Line(
        String terminal,
        LocalDate day,
        String ref,
        String way,
        Instant at,
        long fen,
        long odd,
        String receipt,
        String office,
        String order,
        Verdict verdict,
        String remark) {}
