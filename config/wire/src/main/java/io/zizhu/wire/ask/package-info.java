/**
 * Questions a terminal asks the back office through the centre, and the answers. All of it is personal and withheld.
 * Knows {@code wire.json} and {@code wire.seal}; never who answers.
 */
@NullMarked
package io.zizhu.wire.ask;

import org.jspecify.annotations.NullMarked;
