/** What a device can say and be asked, in words without hardware. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device;

import org.jspecify.annotations.NullMarked;
