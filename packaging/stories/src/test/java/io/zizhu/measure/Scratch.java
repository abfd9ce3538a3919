package io.zizhu.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A folder for the time of one measure; closing it deletes everything in it.
 *
 * @param place where it is
 */
record Scratch(Path place) implements AutoCloseable {
    static Scratch named(String name) throws IOException {
        return new Scratch(Files.createTempDirectory("zizhu-" + name));
    }

    @Override
    public void close() throws IOException {
        List<Path> inside;
        try (var files = Files.walk(place)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.deleteIfExists(each);
        }
    }
}
