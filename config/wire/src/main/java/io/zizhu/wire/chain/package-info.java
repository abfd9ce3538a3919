/**
 * The hash chain over journal rows, the same code where rows are written and where they arrive. Knows {@code wire.json} and
 * {@code wire.seal}; never a database, and never what a sealed field hides.
 */
@NullMarked
package io.zizhu.wire.chain;

import org.jspecify.annotations.NullMarked;
