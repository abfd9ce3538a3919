/**
 * The machine readable zone of passports and cards: printed lines in, typed fields out. Its sister {@code passport.chip}
 * reads the chip with JMRTD, which is LGPL; that is why the room stands apart. Never a driver, a screen or a wire.
 */
@NullMarked
package io.zizhu.passport;

import org.jspecify.annotations.NullMarked;
