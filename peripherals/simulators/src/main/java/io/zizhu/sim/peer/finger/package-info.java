/** A fingerprint reader of the bench, with fingers that are made up. Knows {@code sim.peer}, its people and the training line; never a driver. */
@NullMarked
package io.zizhu.sim.peer.finger;

import org.jspecify.annotations.NullMarked;
