/** Handing out cards and booklets, or keeping those that nobody took. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.dispense;

import org.jspecify.annotations.NullMarked;
