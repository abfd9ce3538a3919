/** Reading the chip of a travel document. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.passport;

import org.jspecify.annotations.NullMarked;
