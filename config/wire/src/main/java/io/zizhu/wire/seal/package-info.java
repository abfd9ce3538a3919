/**
 * Who said so: keys, the signed envelope, the root of trust, and the certificate's own compact seal. Knows only the JDK,
 * JSpecify and {@code wire.json}; never a file, a socket or a clock of its own.
 */
@NullMarked
package io.zizhu.wire.seal;

import org.jspecify.annotations.NullMarked;
