package io.zizhu.service.stock;

import java.time.Instant;

/**
 * A numbered sheet that something became of.
 *
 * @param by the visit that used it, or the badge of who said so
 */
public record Numbered(String number, Fate fate, Instant at, String by) {}
