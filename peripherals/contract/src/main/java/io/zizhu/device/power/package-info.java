/** The power that is left. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.power;

import org.jspecify.annotations.NullMarked;
