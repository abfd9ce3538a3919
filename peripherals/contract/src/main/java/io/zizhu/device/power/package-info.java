/** Where the kiosk's current comes from and how long it lasts. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.power;

import org.jspecify.annotations.NullMarked;
