/** Taking a fingerprint and comparing it with another, as templates; pictures of fingers never leave the reader. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.finger;

import org.jspecify.annotations.NullMarked;
