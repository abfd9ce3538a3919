package io.zizhu.central;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the training profile's data lie, seen from this module. */
public final class Training {
    private Training() {}

    public static Path people() {
        return folder("packaging/training/people");
    }

    public static Path seed() {
        return folder("packaging/training/factory");
    }

    private static Path folder(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve(name))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new AssertionError("no " + name + " above the working directory");
        }
        return at.resolve(name);
    }
}
