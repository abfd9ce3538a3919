package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the services start Java. */
class UnitsTest {
    /** A Java that says what it was asked, and leaves behind what one that is killed leaves. */
    private static final String JAVA = """
            #!/bin/sh
            [ -z "${STATE_DIRECTORY:-}" ] || : > "$STATE_DIRECTORY/tmp/sqlite-$$.so"
            printf '%s\\n' "$@"
            """;

    @TempDir
    Path place;

    private Path java() throws Exception {
        Path home = place.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    private List<String> started(Path home, String state) throws Exception {
        Path script = Path.of("../units/bin/zizhu-java").toAbsolutePath().normalize();
        ProcessBuilder command = new ProcessBuilder(
                        "sh", "-uc", ". \"$1\" && zizhu_java terminal Main --data x", "sh", script.toString())
                .redirectErrorStream(true);
        command.environment().put("JAVA_HOME", home.toString());
        command.environment().put("STATE_DIRECTORY", state);
        Process run = command.start();
        List<String> said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, run.waitFor(), said::toString);
        return said;
    }

    @Test
    void what_a_killed_process_unpacked_is_gone_at_the_next_start() throws Exception {
        Path home = java();
        Path state = Files.createDirectories(place.resolve("state"));
        for (int i = 0; i < 3; i++) {
            List<String> said = started(home, state.toString());
            assertTrue(said.contains("-Djava.io.tmpdir=" + state.resolve("tmp")), said::toString);
            assertEquals(List.of("Main", "--data", "x"), said.subList(said.size() - 3, said.size()));
            try (Stream<Path> left = Files.list(state.resolve("tmp"))) {
                assertEquals(1, left.count(), "of its own start alone");
            }
        }
    }

    @Test
    void a_tool_of_the_command_line_has_no_folder_of_its_own() throws Exception {
        List<String> said = started(java(), "");
        assertTrue(said.stream().noneMatch(word -> word.contains("tmpdir")), said::toString);
        assertEquals(List.of("Main", "--data", "x"), said.subList(said.size() - 3, said.size()));
    }
}
