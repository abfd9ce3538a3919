/** What any serial peer shares: how it is served, and the bad luck of its line. Knows {@code sim.peer} alone; never a protocol, never a driver. */
@NullMarked
package io.zizhu.sim.peer.line;

import org.jspecify.annotations.NullMarked;
