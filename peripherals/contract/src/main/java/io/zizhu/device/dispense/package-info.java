/** Handing things out: cards and booklets from stock, an endorsed card back, a locker's box; and what became of them. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.dispense;

import org.jspecify.annotations.NullMarked;
