/** The bench: one process that owns all pretend devices and lets people and tests play them over HTTP. Knows {@code sim.peer} and {@code sim.json}; never a driver. */
@NullMarked
package io.zizhu.sim.bench;

import org.jspecify.annotations.NullMarked;
