package io.zizhu.terminal.journal;

import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * The machine's own secret, which wraps the data keys of visits. A small seam: a file, or a chip and what came before
 * it ({@code journal.key}). Called on the journal's thread.
 */
public interface MachineKey {
    byte[] wrap(byte[] dataKey);

    /** @throws GeneralSecurityException where this machine did not wrap it, or it was changed since */
    byte[] unwrap(byte[] wrapped) throws GeneralSecurityException;

    /** Whether what is wrapped may have been wrapped by an older key, or by one that is gone. */
    default boolean changed() {
        return false;
    }

    /** Everything is wrapped by the newest key and on the disk: older ones may go. */
    default void settled() throws IOException {}

    /** Where the secret is kept, in one word for the chain. */
    default String place() {
        return "file";
    }

    /**
     * A machine key of these bytes, wherever they came from.
     *
     * @param secret 32 bytes
     */
    static MachineKey of(byte[] secret) {
        byte[] purpose = Gcm.utf8("zizhu data key");
        return new MachineKey() {
            @Override
            public byte[] wrap(byte[] dataKey) {
                return Gcm.seal(secret, dataKey, purpose);
            }

            @Override
            public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
                return Gcm.open(secret, wrapped, purpose);
            }

            @Override
            public String toString() {
                return "[withheld]";
            }
        };
    }
}
