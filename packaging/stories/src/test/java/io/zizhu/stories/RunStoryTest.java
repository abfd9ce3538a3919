package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command that a stranger types first. */
@Tag("browser")
class RunStoryTest {
    @Test
    void run_demo_leaves_pictures_of_every_scene_and_the_certificate_with_the_name() throws Exception {
        Path data = Path.of("target/stories/demo-" + System.nanoTime()).toAbsolutePath();
        Files.createDirectories(data);
        ProcessBuilder command = new ProcessBuilder(
                        Path.of("../run").toAbsolutePath().normalize().toString(),
                        "--demo",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("run.log").toFile());
        command.environment().put("ZIZHU_BUILT", "yes");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process run = command.start();
        boolean ended = run.waitFor(240, TimeUnit.SECONDS);
        run.destroy();

        String log = Files.readString(data.resolve("run.log"));
        assertTrue(ended, log);
        assertEquals(0, run.exitValue(), log);
        assertTrue(log.contains("READY "), log);
        try (Stream<Path> pictures = Files.list(data.resolve("demo"))) {
            long count =
                    pictures.filter(file -> file.toString().endsWith(".png")).count();
            assertTrue(count >= 12, count + " screenshots");
        }
        try (PDDocument paper =
                Loader.loadPDF(data.resolve("demo/certificate.pdf").toFile())) {
            assertTrue(new PDFTextStripper().getText(paper).contains("𠮷田美华"));
        }
    }
}
