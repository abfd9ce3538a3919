/** The pretend card terminal that speaks Caisse-AP over TCP, from the terminal's end. Knows the contract's words and the peer's; never the driver it is tested with. */
@NullMarked
package io.zizhu.sim.peer.caisse;

import org.jspecify.annotations.NullMarked;
