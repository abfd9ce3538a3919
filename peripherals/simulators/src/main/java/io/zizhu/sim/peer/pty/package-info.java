/** A serial line that ends in this process: a pseudo terminal owned through socat. Knows {@code sim.peer.line}; never a protocol, never a driver. */
@NullMarked
package io.zizhu.sim.peer.pty;

import org.jspecify.annotations.NullMarked;
