/** Putting paper out: sheets (A4) and slips (roll). Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.printer;

import org.jspecify.annotations.NullMarked;
