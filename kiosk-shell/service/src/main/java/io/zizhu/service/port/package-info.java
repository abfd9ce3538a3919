/** What the kiosk needs of the world, for the terminal to implement: Journal, Devices, Paper, Centre. */
@NullMarked
package io.zizhu.service.port;

import org.jspecify.annotations.NullMarked;
