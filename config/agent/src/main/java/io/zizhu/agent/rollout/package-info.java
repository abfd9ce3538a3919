/**
 * How a bundle comes into force at a terminal: checked, staged, applied while nobody is there, proved or taken back. Knows
 * {@code agent.slot} and {@code wire}; never the line (bytes are fetched through a port), never what a section means.
 */
@NullMarked
package io.zizhu.agent.rollout;

import org.jspecify.annotations.NullMarked;
