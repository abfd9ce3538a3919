/** The keeper that runs any driver on one owner thread: patience, back-off, delta events. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.keep;

import org.jspecify.annotations.NullMarked;
