/** JSON, read and written, as much as the bench and the training register need. Knows the JDK alone. */
@NullMarked
package io.zizhu.sim.json;

import org.jspecify.annotations.NullMarked;
