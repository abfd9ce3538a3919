/**
 * Whether the terminal is alive and well: the word to systemd, and the proof a new bundle has to give. Never a device, the
 * disk, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.watch;

import org.jspecify.annotations.NullMarked;
