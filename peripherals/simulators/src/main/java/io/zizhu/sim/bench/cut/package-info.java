/** Pulls the terminal's plug, by a real signal, at a place that was named before. Knows {@code sim.peer}; never the terminal's inside, which tells its own places over HTTP. */
@NullMarked
package io.zizhu.sim.bench.cut;

import org.jspecify.annotations.NullMarked;
