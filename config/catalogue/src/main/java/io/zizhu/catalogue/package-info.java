/**
 * What a service item is: parsing and checking item files, pure. Knows YAML alone; never a device, a screen, the
 * network or another room.
 */
@NullMarked
package io.zizhu.catalogue;

import org.jspecify.annotations.NullMarked;
