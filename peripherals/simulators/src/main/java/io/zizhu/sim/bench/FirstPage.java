package io.zizhu.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the first page of a printed PDF looks like, drawn by poppler's pdftoppm; a bench without it shows none. Any thread. */
final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);

    private FirstPage() {}

    /** @return a PNG, empty where pdftoppm is not installed or cannot read the document */
    static Optional<byte[]> of(byte[] pdf) throws IOException {
        Path file = Files.createTempFile("bench-page", ".pdf");
        try {
            Files.write(file, pdf);
            Process drawing = new ProcessBuilder(
                            "pdftoppm", "-png", "-r", "80", "-f", "1", "-singlefile", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] png = drawing.getInputStream().readAllBytes();
            boolean drawn = drawing.waitFor(10, TimeUnit.SECONDS) && drawing.exitValue() == 0 && png.length > 0;
            return drawn ? Optional.of(png) : Optional.empty();
        } catch (IOException absent) {
            LOG.debug("no picture of a page: {}", absent.getMessage());
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
