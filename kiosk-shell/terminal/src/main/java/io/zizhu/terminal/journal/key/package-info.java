/**
 * Where the machine key is kept: sealed by the machine's TPM, or in a file. Knows the journal's {@code MachineKey} and
 * nothing else of it; the journal never knows this.
 */
@NullMarked
package io.zizhu.terminal.journal.key;

import org.jspecify.annotations.NullMarked;
