/** Reading an identity card. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.card;

import org.jspecify.annotations.NullMarked;
