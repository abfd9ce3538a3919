/**
 * The two places a bundle lives, and the small file that says which one counts. Knows {@code agent.disk} and {@code wire};
 * never a tenant, never the line.
 */
@NullMarked
package io.zizhu.agent.slot;

import org.jspecify.annotations.NullMarked;
