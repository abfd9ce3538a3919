/** How the contract's devices look in XFS4IoT: interface, status, capabilities, errors; pure. Never a socket, a keeper, or another room of the terminal. */
@NullMarked
package io.zizhu.terminal.xfs.face;

import org.jspecify.annotations.NullMarked;
