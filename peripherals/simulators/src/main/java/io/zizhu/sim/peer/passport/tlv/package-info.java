/** Tag, length, value: as chips (ISO 7816-4) and signatures (DER) write it. Knows only the JDK. */
@NullMarked
package io.zizhu.sim.peer.passport.tlv;

import org.jspecify.annotations.NullMarked;
