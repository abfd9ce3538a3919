/** A software e-passport at the far end of a PC/SC reader, written from ICAO Doc 9303-10 and -11 with JDK crypto only. Knows the bench's words, people and its own sub-packages; never a driver. */
@NullMarked
package io.zizhu.sim.peer.passport;

import org.jspecify.annotations.NullMarked;
