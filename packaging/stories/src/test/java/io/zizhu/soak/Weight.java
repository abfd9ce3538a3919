package io.zizhu.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the process and its journal weigh now.
 *
 * @param disk bytes of the journal without what is still to be carried over from its log
 */
record Weight(long heap, int threads, long descriptors, long disk) {
    static Weight of(Path folder) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return new Weight(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                count(Path.of("/proc/self/fd")),
                folder.resolve("journal.db").toFile().length());
    }

    private static long count(Path folder) {
        try (Stream<Path> each = Files.list(folder)) {
            return each.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
