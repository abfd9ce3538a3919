/** Input and relay boards that speak Modbus RTU on a serial line, as the kiosk's cabinet. Knows the contract and {@code driver.link}; never another driver. */
@NullMarked
package io.zizhu.driver.cabinet;

import org.jspecify.annotations.NullMarked;
