/** What every pay pad must keep, whatever it speaks. Knows the contract and the kits' common part; never a driver, a simulator or a protocol. */
@NullMarked
package io.zizhu.tck.pay;

import org.jspecify.annotations.NullMarked;
