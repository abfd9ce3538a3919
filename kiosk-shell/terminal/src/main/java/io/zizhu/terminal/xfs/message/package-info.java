/** The messages of XFS4IoT, read and written: header, payload, and nothing of what they are about. Never a device, a socket, or another room of the terminal. */
@NullMarked
package io.zizhu.terminal.xfs.message;

import org.jspecify.annotations.NullMarked;
