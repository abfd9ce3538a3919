package io.zizhu.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs the bare app: its classes, a quiet log, and the front-end bundle that Vaadin's build put into the face's jar. */
final class BareJar {
    private static final String BUNDLE = "META-INF/VAADIN/";

    private BareJar() {}

    /** A jar of this house, by the class folder that only ours have. */
    static boolean ours(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> entry.getName().startsWith("io/zizhu/"));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(jar.toString(), broken);
        }
    }

    static Path make(Path lib, Path jar) throws IOException {
        Path classes =
                Path.of(BareApp.class.getResource("BareApp.class").getPath()).getParent();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes);
                JarFile face = new JarFile(face(lib).toFile())) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("BareApp"))
                    .toList()) {
                out.putNextEntry(new JarEntry("io/zizhu/measure/" + file.getFileName()));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("logback.xml"));
            Files.copy(classes.resolve("../../../measure-logback.xml").normalize(), out);
            bundle(face, out);
        }
        return jar;
    }

    private static Path face(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("ui-touch-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(lib + " holds no ui-touch jar"));
        }
    }

    private static void bundle(JarFile face, JarOutputStream out) throws IOException {
        for (Enumeration<JarEntry> all = face.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            if (entry.getName().startsWith(BUNDLE) && !entry.isDirectory()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = face.getInputStream(entry)) {
                    content.transferTo(out);
                }
            }
        }
    }
}
