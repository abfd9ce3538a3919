/** The device's end of the training line ({@code docs/training-line.md}), the same for every class of device; what a device does is its {@code Trade}. Knows {@code sim.peer} and {@code sim.peer.line}; never a driver. */
@NullMarked
package io.zizhu.sim.peer.training;

import org.jspecify.annotations.NullMarked;
