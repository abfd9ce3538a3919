/** The centre, one process: main and wiring by hand. */
@NullMarked
package io.zizhu.central;

import org.jspecify.annotations.NullMarked;
