/**
 * The terminal's end of the line: hears, fetches, checks, stages, applies, proves, reports. Knows {@code config/wire} and
 * its own packages; never the centre's code, a device or a screen.
 */
@NullMarked
package io.zizhu.agent;

import org.jspecify.annotations.NullMarked;
