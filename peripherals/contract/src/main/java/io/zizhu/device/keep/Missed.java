package io.zizhu.device.keep;

import io.zizhu.device.Fault;

/**
 * Why an act gave no outcome of its own.
 *
 * @param begun whether the driver had been asked already; for money and paper that is the line between "nothing
 *     happened" and "nobody knows"
 */
public record Missed(Fault fault, boolean begun) {}
