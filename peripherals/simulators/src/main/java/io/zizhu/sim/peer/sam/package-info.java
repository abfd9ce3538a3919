/** The far end of a SAM_V identity card reader, byte by byte (devices.md 2.1). Knows {@code sim.peer} and its rooms; never a driver. */
@NullMarked
package io.zizhu.sim.peer.sam;

import org.jspecify.annotations.NullMarked;
