/** Code scanners on a serial line or as HID POS devices: bytes in, codes out. Knows {@code io.zizhu.device} and {@code driver.link}; never another driver. */
@NullMarked
package io.zizhu.driver.scan;

import org.jspecify.annotations.NullMarked;
