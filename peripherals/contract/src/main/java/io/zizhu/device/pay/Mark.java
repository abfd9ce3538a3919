package io.zizhu.device.pay;

/**
 * Where the pad's own count stands: read before a charge, so that afterwards a newer receipt can be told from an old
 * one.
 *
 * @param receipt the last receipt number, empty where the pad has none yet
 */
public record Mark(String terminal, String receipt, String trace) {}
