/** Comparing a finger with a card's own template. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.finger;

import org.jspecify.annotations.NullMarked;
