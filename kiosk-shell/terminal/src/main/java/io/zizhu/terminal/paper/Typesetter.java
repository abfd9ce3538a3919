package io.zizhu.terminal.paper;

import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Paper;
import io.zizhu.service.stock.HandOver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes what is printed, from the sealed answer alone. The fonts (some 60 MB) are parsed once, beside the start; whoever
 * comes earlier waits. Any thread; one sheet at a time.
 */
public final class Typesetter implements Paper {
    /** Debian's fonts in the order they are asked for a character. */
    public static final List<Path> DEBIAN = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

    private final CompletableFuture<FontChain> fonts = new CompletableFuture<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private interface Work<T> {
        T with(FontChain chain) throws IOException;
    }

    /** @throws IOException at once where a font is missing, naming it and the package that has it */
    public Typesetter(List<Path> files) throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new IOException(file + ": the font is missing; Debian: fonts-wqy-microhei fonts-hanazono");
            }
        }
        Thread.ofPlatform().name("fonts").daemon().start(() -> load(files));
    }

    /** The same files under another folder, or Debian's own. */
    public static List<Path> under(Optional<Path> folder) {
        return folder.map(place -> DEBIAN.stream()
                        .map(file -> place.resolve(file.getFileName()))
                        .toList())
                .orElse(DEBIAN);
    }

    private void load(List<Path> files) {
        try {
            FontChain chain = FontChain.of(files);
            fonts.complete(chain);
            testPage(); // the first sheet is slow: classes, tables
        } catch (IOException | RuntimeException e) {
            fonts.completeExceptionally(e);
        }
    }

    @Override
    public Typeset certificate(Certificate certificate) {
        if (!certificate.kind().equals(NoCriminalRecord.KIND)) {
            throw new IllegalArgumentException("no form is called " + certificate.kind());
        }
        return with(chain -> {
            Optional<String> missing = chain.missing(NoCriminalRecord.characters(certificate));
            if (missing.isPresent()) {
                return new Typeset.NoGlyph(missing.get());
            }
            try (var ink = new Ink(chain, "无犯罪记录证明")) {
                new NoCriminalRecord(certificate, ink).draw();
                return new Typeset.Pdf(ink.finish());
            }
        });
    }

    @Override
    public Slip slip(List<Row> rows) {
        return with(chain -> new SlipMaker(chain).slip(rows));
    }

    @Override
    public byte[] testPage() {
        return with(chain -> {
            try (var ink = new Ink(chain, "打印测试页 Test page")) {
                ink.frame(34, 34, Ink.WIDE - 68, Ink.HIGH - 68, 1, Ink.BLACK);
                ink.centred("打印测试页", 130, Ink.Pen.of(30).heavy());
                ink.centred(
                        "Test page of the certificate printer",
                        156,
                        Ink.Pen.of(12).grey());
                ink.centred("常用字 永东国酬爱郁灵鹰袋 · 生僻字 䶮 𠮷", 210, Ink.Pen.of(16));
                ink.centred("0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ", 238, Ink.Pen.of(12));
                ink.qr("ZIZHU TEST PAGE", (Ink.WIDE - 110) / 2, 280, 110);
                ink.centred(
                        "四边的线应完整，字应清晰。The frame must be whole and the letters sharp.",
                        430,
                        Ink.Pen.of(10).grey());
                return ink.finish();
            }
        });
    }

    /** A shift's hand-over on one sheet; times as the station's clocks show them. */
    public byte[] handOver(HandOver shift, ZoneId zone) {
        return with(chain -> {
            try (var ink = new Ink(chain, "交接班记录 Hand-over")) {
                new HandOverSheet(shift, chain, ink, zone).draw();
                return ink.finish();
            }
        });
    }

    private <T> T with(Work<T> work) {
        FontChain chain;
        try {
            chain = fonts.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the fonts of paper cannot be read", e.getCause());
        }
        oneAtATime.lock();
        try {
            return work.with(chain);
        } catch (IOException e) {
            throw new UncheckedIOException("typesetting failed", e);
        } finally {
            oneAtATime.unlock();
        }
    }
}
