/** A camera that sends pictures of synthetic people over TCP. Knows {@code sim.peer} and its people; never a driver. */
@NullMarked
package io.zizhu.sim.peer.camera;

import org.jspecify.annotations.NullMarked;
