/** Pretend code scanners, on a serial line and as HID POS devices. Knows {@code io.zizhu.device}, {@code sim.peer} and {@code sim.peer.line}; never a driver. */
@NullMarked
package io.zizhu.sim.peer.scan;

import org.jspecify.annotations.NullMarked;
