/** Pretend devices that hand things out: card dispenser, endorsement machine, locker (docs/training-line.md). Knows {@code sim.peer} and its rooms; never a driver. */
@NullMarked
package io.zizhu.sim.peer.dispense;

import org.jspecify.annotations.NullMarked;
