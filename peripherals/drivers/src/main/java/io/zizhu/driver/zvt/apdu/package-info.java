/** The bytes of ZVT and what they mean, nothing else: pure, so that any bytes can be tried on it. Knows the JDK; never a line, a device or a contract. */
@NullMarked
package io.zizhu.driver.zvt.apdu;

import org.jspecify.annotations.NullMarked;
