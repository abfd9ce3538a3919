/**
 * The terminal's devices offered to others as services of XFS4IoT (CWA 17852): status, capabilities and events always, work
 * only while the staff maintain. Never a person's data, a screen, a driver by name, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.xfs;

import org.jspecify.annotations.NullMarked;
