/** The card terminal after ZVT (PA00P015): APDUs in, charges and receipts out. Knows the contract; never another protocol, a simulator or a screen. */
@NullMarked
package io.zizhu.driver.zvt;

import org.jspecify.annotations.NullMarked;
