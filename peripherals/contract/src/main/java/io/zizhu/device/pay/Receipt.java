package io.zizhu.device.pay;

/**
 * What the pad says of a charge it made.
 *
 * @param card masked by the pad, never the full number
 */
public record Receipt(String terminal, String number, String trace, Amount amount, String card) {}
