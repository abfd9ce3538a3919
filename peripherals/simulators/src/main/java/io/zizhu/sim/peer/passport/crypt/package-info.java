/** Keys, message codes and secure messaging of Doc 9303-11. Knows only the JDK and {@code passport.tlv}. */
@NullMarked
package io.zizhu.sim.peer.passport.crypt;

import org.jspecify.annotations.NullMarked;
