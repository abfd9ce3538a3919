/** Doors, lights and sensors of the cabinet. Knows only the JDK, JSpecify and {@code io.zizhu.device}; never a driver, a screen or a wire. */
@NullMarked
package io.zizhu.device.cabinet;

import org.jspecify.annotations.NullMarked;
