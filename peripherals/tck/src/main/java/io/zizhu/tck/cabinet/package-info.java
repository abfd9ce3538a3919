/** What every cabinet must keep, as tests to extend. Knows the contract, JUnit and {@code io.zizhu.tck}; never a driver or a peer. */
@NullMarked
package io.zizhu.tck.cabinet;

import org.jspecify.annotations.NullMarked;
