/** Reading codes that people hold before a scanner. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.scan;

import org.jspecify.annotations.NullMarked;
