/** What every driver that hands something out must keep, as tests to extend. Knows the contract, JUnit and {@code io.zizhu.tck}; never a driver or a peer. */
@NullMarked
package io.zizhu.tck.dispense;

import org.jspecify.annotations.NullMarked;
