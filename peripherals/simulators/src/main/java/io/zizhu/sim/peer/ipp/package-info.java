/** The pretend certificate printer: speaks IPP over HTTP from the printer's end. Knows the contract's words and the peer's; never the driver it is tested with, nor its IPP library. */
@NullMarked
package io.zizhu.sim.peer.ipp;

import org.jspecify.annotations.NullMarked;
