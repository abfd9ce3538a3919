/** What every driver of a device class must keep, as tests to extend. Knows the contract and JUnit; never a driver or a peer. */
@NullMarked
package io.zizhu.tck;

import org.jspecify.annotations.NullMarked;
