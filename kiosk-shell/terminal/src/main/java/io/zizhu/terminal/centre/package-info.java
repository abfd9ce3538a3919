/**
 * The back offices as the visit asks them: words of the counter to words of the line and back. Never the wire itself, a
 * device, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.centre;

import org.jspecify.annotations.NullMarked;
