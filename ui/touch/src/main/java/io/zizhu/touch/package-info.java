/**
 * How the two touch faces of the terminal, citizen's and staff's, are mounted. Knows the service alone; never a device,
 * a driver, Jetty or the disk.
 */
@NullMarked
package io.zizhu.touch;

import org.jspecify.annotations.NullMarked;
