/**
 * What a terminal should be: sections, opaque bytes with a name and a schema id, in one signed form. Knows
 * {@code wire.json} and {@code wire.seal}; never what a section means.
 */
@NullMarked
package io.zizhu.wire.bundle;

import org.jspecify.annotations.NullMarked;
