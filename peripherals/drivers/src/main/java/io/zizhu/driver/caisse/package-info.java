/** The card terminal after Caisse-AP over IP: tagged text out, one answer in. Knows the contract; never another protocol, a simulator or a screen. */
@NullMarked
package io.zizhu.driver.caisse;

import org.jspecify.annotations.NullMarked;
