/** Peers that speak a device's wire from the other end, sharing no code with the drivers. Knows the contract's words only. */
@NullMarked
package io.zizhu.sim.peer;

import org.jspecify.annotations.NullMarked;
