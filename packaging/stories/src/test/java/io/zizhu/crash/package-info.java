/** The terminal killed at every place it passes, by the bench, and what the books say afterwards. Of the stories only the station is shared: these need no browser. */
@NullMarked
package io.zizhu.crash;

import org.jspecify.annotations.NullMarked;
