package io.zizhu.terminal.journal;

import java.security.GeneralSecurityException;

/**
 * The machine's own secret, which wraps the data keys of visits. A small seam: today a file, later a TPM. Called on the
 * journal's thread.
 */
public interface MachineKey {
    byte[] wrap(byte[] dataKey);

    /** @throws GeneralSecurityException where this machine did not wrap it, or it was changed since */
    byte[] unwrap(byte[] wrapped) throws GeneralSecurityException;
}
