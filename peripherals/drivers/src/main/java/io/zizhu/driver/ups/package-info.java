/** A UPS as the Network UPS Tools tell of it, over TCP. Knows the contract and {@code driver.link}; never another driver. */
@NullMarked
package io.zizhu.driver.ups;

import org.jspecify.annotations.NullMarked;
