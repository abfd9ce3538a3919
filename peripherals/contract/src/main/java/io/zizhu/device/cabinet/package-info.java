/** The body of the kiosk: doors, lamps, who stands before it, what runs low inside. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.cabinet;

import org.jspecify.annotations.NullMarked;
