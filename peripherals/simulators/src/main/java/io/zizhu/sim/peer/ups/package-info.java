/** A pretend UPS behind a pretend upsd of the Network UPS Tools (devices.md 2.5). Knows {@code sim.peer} and its rooms; never a driver. */
@NullMarked
package io.zizhu.sim.peer.ups;

import org.jspecify.annotations.NullMarked;
