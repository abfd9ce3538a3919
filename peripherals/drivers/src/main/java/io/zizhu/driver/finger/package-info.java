/** What every fingerprint driver shares: the standard template taken apart, and comparing two of them. Knows the contract and SourceAFIS; never a wire, a reader, a screen or what follows from a verdict. */
@NullMarked
package io.zizhu.driver.finger;

import org.jspecify.annotations.NullMarked;
