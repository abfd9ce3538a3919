package io.zizhu.terminal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real small disk: a tmpfs in a mount namespace of the process's own, which needs no privilege. */
class FullDiskTest {
    @TempDir
    Path dir;

    @Test
    void on_a_full_disk_what_was_begun_is_still_written_nobody_new_is_served_and_room_ends_it() throws Exception {
        assumeTrue(run(List.of("true")).equals(List.of()), "no tmpfs can be mounted in a namespace of our own here");
        List<String> said = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Filled.class.getName(),
                dir.toString()));
        assertEquals(
                List.of(
                        "begun ok=true open=40 reserve=true",
                        "full ok=false open=0 reserve=false",
                        "room ok=true open=0 reserve=true",
                        "reopened ok=false open=0 reserve=false",
                        "kinds [journal-full, journal-room, still, journal-full, again]",
                        "chain Whole"),
                said);
    }

    /** What it says, where it ends well; one line more where it does not. */
    private List<String> run(List<String> command) throws IOException, InterruptedException {
        var words = new ArrayList<String>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=20m tmpfs \"$1\" && shift && exec \"$@\"",
                "sh",
                dir.toString()));
        words.addAll(command);
        Path out = Files.createTempFile("zizhu-full-disk", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchCommand) {
            return List.of("no unshare");
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(out, UTF_8));
        Files.delete(out);
        if (process.waitFor() != 0) {
            lines.add("SAID ended with " + process.exitValue());
        }
        return lines.stream()
                .filter(line -> line.startsWith("SAID "))
                .map(line -> line.substring(5))
                .toList();
    }
}
