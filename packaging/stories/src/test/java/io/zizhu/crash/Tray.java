package io.zizhu.crash;

import io.zizhu.stories.BenchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the numbers of the certificates that lie in the printer's tray, each sheet once. */
final class Tray {
    private static final Pattern CERTIFICATE = Pattern.compile("WF\\d{14}");

    private final BenchClient bench;
    private final Map<String, Integer> printed = new HashMap<>();
    private int seen;

    Tray(BenchClient bench) {
        this.bench = bench;
    }

    /** How often each number came out so far. */
    Map<String, Integer> look() {
        List<byte[]> sheets = bench.since("certificate-printer", seen);
        seen += sheets.size();
        for (byte[] sheet : sheets) {
            try (var pdf = Loader.loadPDF(sheet)) {
                Matcher found = CERTIFICATE.matcher(new PDFTextStripper().getText(pdf));
                printed.merge(found.find() ? found.group() : "a sheet without a number", 1, Integer::sum);
            } catch (IOException broken) {
                throw new UncheckedIOException("a sheet that cannot be read", broken);
            }
        }
        return Map.copyOf(printed);
    }
}
