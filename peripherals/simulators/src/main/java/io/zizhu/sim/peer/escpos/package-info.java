/** A receipt printer that speaks ESC/POS, and the paper that comes out of it as a picture. Knows {@code sim.peer.line}; never a driver. */
@NullMarked
package io.zizhu.sim.peer.escpos;

import org.jspecify.annotations.NullMarked;
