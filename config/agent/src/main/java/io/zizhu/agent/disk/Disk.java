package io.zizhu.agent.disk;

import java.util.Optional;

/**
 * One folder, in steps as small as a power cut can part them. Names are plain words without a path. Trouble is an
 * {@link java.io.UncheckedIOException}: a disk that does not write is no case a rollout can go on from.
 */
public interface Disk {
    Optional<byte[]> read(String name);

    /** Creates or empties the file and writes; nothing is promised until {@link #sync}. */
    void write(String name, byte[] bytes);

    /** The file's bytes outlast a power cut. */
    void sync(String name);

    /** Puts a file in the place of another in one step; which of the two is seen after a cut is open until {@link #syncFolder}. */
    void rename(String from, String to);

    /** The folder's names outlast a power cut. */
    void syncFolder();

    /** The whole ceremony: afterwards either the old bytes or the new ones are there, never a part. */
    default void replace(String name, byte[] bytes) {
        String fresh = name + ".new";
        write(fresh, bytes);
        sync(fresh);
        rename(fresh, name);
        syncFolder();
    }
}
