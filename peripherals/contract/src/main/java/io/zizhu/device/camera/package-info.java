/** Looking at the person before the kiosk. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.camera;

import org.jspecify.annotations.NullMarked;
