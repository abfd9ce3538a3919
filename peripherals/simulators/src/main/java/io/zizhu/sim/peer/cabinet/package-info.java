/** A pretend input and relay board that speaks Modbus RTU (devices.md 2.5). Knows {@code sim.peer} and its rooms; never a driver. */
@NullMarked
package io.zizhu.sim.peer.cabinet;

import org.jspecify.annotations.NullMarked;
