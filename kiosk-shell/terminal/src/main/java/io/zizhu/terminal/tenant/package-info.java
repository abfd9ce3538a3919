/**
 * The sections this terminal understands: read once at the door, refused with field and value, kept as one replaced
 * value each. Never a device, a screen, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.tenant;

import org.jspecify.annotations.NullMarked;
