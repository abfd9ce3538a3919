/**
 * The machine readable zone of passports and cards: printed lines in, typed fields out. Reading the chip (JMRTD over
 * PC/SC) comes with issue 3, which is why the room stands apart: JMRTD is LGPL. Never a driver, a screen or a wire.
 */
@NullMarked
package io.zizhu.passport;

import org.jspecify.annotations.NullMarked;
