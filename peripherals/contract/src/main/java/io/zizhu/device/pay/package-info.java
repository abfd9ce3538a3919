/** Taking money by card and knowing what became of it. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.pay;

import org.jspecify.annotations.NullMarked;
