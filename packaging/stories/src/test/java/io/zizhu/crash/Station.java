package io.zizhu.crash;

import io.zizhu.stories.BenchClient;
import io.zizhu.stories.Running;
import io.zizhu.stories.Training;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The training house, whose terminal has a scripted face in the place of the touch screen's jar and is started again on the
 * same folder as often as the bench killed it.
 */
final class Station implements AutoCloseable {
    private static final Pattern SCREEN = Pattern.compile("(ui-touch|vaadin|flow-|atmosphere|collaboration).*");
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Training house;

    /** Starts everything; returns when the terminal greets. */
    Station(Path data) throws InterruptedException {
        house = new Training(data, new Scripted());
        if (!house.quick()) {
            // a terminal that ends in peace leaves its loaded classes behind: the next start costs half
            house.stopTerminal();
            startAgain("");
        }
    }

    private static final class Scripted implements Training.Change {
        private static final Pattern BINDING = Pattern.compile("\\{\"driver\".*?\\}\\}|\\{\"id\".*?\\}\\}");
        private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);
        private static final Pattern NEEDED =
                Pattern.compile(".*\"id\":\"(id-reader|face-camera|certificate-printer|receipt-printer|pay-pad)\".*");

        @Override
        public boolean cuts() {
            return true;
        }

        /** What the two items need: an idle finger reader costs a start its time. */
        @Override
        public String devices(String section) {
            return BINDING.matcher(section)
                    .results()
                    .map(MatchResult::group)
                    .filter(NEEDED.asMatchPredicate())
                    .collect(Collectors.joining(",", "{\"devices\":[", "]}"));
        }

        /**
         * Without the screen's, and the scripted face in a jar as well: an archive of classes wants jars. One that has not
         * changed is left as it is, and its archive stays good.
         */
        @Override
        public List<Path> jars(List<Path> shipped) {
            Path face = Path.of("target/crash/face.jar").toAbsolutePath();
            try {
                byte[] packed = packed();
                if (!Files.exists(face) || !Arrays.equals(packed, Files.readAllBytes(face))) {
                    Files.createDirectories(face.getParent());
                    Files.write(face, packed);
                }
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
            Stream<Path> kept = shipped.stream()
                    .filter(jar -> !SCREEN.matcher(jar.getFileName().toString()).matches());
            return Stream.concat(kept, Stream.of(face)).toList();
        }

        private static byte[] packed() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var jar = new JarOutputStream(bytes)) {
                Path classes = Path.of("target/test-classes");
                pack(jar, classes, classes.resolve("io/zizhu/touch/crash"));
                pack(jar, classes.resolve("crash-face"), classes.resolve("crash-face/META-INF"));
            }
            return bytes.toByteArray();
        }

        private static void pack(JarOutputStream jar, Path root, Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    JarEntry entry = new JarEntry(root.relativize(file).toString());
                    entry.setTimeLocal(ALWAYS);
                    jar.putNextEntry(entry);
                    Files.copy(file, jar);
                }
            }
        }
    }

    /**
     * On the same folder, after it was killed; returns when it greets again.
     *
     * @param place where it is killed once more; empty: nowhere
     * @return false where that came before it greeted
     */
    boolean startAgain(String place) {
        house.launchTerminal();
        bench().arm(terminal().pid(), place);
        return house.greets();
    }

    BenchClient bench() {
        return house.bench();
    }

    Running terminal() {
        return house.terminal();
    }

    /** What {@code GET /health} says. */
    String health() {
        return house.health();
    }

    /** What the staff of the terminal read, a line {@code KIND|CASE|REASON} each. */
    List<String> doubts() {
        terminal().say("doubts");
        var doubts = new ArrayList<String>();
        while (true) {
            String line = terminal().await(said -> said.startsWith("FACE doubt"), ANSWER);
            if (line.startsWith("FACE doubts ")) {
                return doubts;
            }
            doubts.add(line.substring("FACE doubt ".length()));
        }
    }

    /** The staff decide every doubt, so that the pad takes money again. */
    void settle() {
        terminal().say("settle");
        terminal().await(said -> said.startsWith("FACE settled"), ANSWER);
    }

    Path centreBooks() {
        return house.data().resolve("centre/centre.db");
    }

    @Override
    public void close() {
        house.close();
    }
}
