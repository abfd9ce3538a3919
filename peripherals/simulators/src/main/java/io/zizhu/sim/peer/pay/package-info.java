/** What any pretend pad remembers and how it can misbehave. Knows {@code sim.peer} alone; never a protocol, never a driver. */
@NullMarked
package io.zizhu.sim.peer.pay;

import org.jspecify.annotations.NullMarked;
