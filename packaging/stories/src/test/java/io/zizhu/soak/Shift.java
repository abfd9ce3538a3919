package io.zizhu.soak;

import io.zizhu.catalogue.BadItem;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.ItemFile;
import io.zizhu.catalogue.Words;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.item.Shelf;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Paper;
import io.zizhu.service.visit.Counter;
import io.zizhu.service.visit.Timing;
import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.touch.crash.ScriptedCitizen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One run of the terminal's counter over its journal, from start to end. One thread. */
final class Shift {
    private static final Duration LONG = Duration.ofSeconds(60);

    final SqliteJournal journal;
    final Counter counter;
    private final ChanceDevices devices;
    private final ScriptedCitizen citizen;
    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    /** @param settle how long one question to the pad may take */
    Shift(Path folder, ChanceDevices devices, ChanceCentre centre, Duration settle, Predicate<Scene> leaves)
            throws IOException {
        this.devices = devices;
        this.journal = SqliteJournal.open(
                folder.resolve("journal.db"),
                "T1",
                FileMachineKey.at(folder.resolve("machine.key")),
                InstantSource.system());
        this.counter = new Counter(
                Shift::shelf,
                journal,
                devices,
                new ThreeBytes(),
                centre,
                InstantSource.system(),
                ZoneOffset.UTC,
                new Timing(LONG, LONG, LONG, LONG, LONG, settle, LONG, LONG, LONG, LONG));
        this.citizen = new ScriptedCitizen(counter, leaves, seen::add);
        counter.start();
        citizen.looks();
        until("scene idle");
    }

    private static Shelf shelf() {
        return new Shelf(Words.plain("welcome"), List.of(item("id-card-renewal"), item("no-criminal-record")));
    }

    private static Item item(String code) {
        try {
            return ItemFile.parse(
                    code, Files.readString(Path.of("../../packaging/training/factory/catalogue/" + code + ".yaml")));
        } catch (IOException | BadItem bad) {
            throw new IllegalStateException(bad);
        }
    }

    /** A whole visit, or until the counter shows this scene; {@code true} where it came to its end before. */
    boolean visit(String item, String upTo) {
        seen.clear();
        counter.refresh();
        citizen.comesFor(item);
        while (true) {
            String line = next();
            if (line.equals("done")) {
                until("scene home"); // the next person would take the last words for their own
                return true;
            }
            if (line.equals("scene " + upTo)) {
                return false;
            }
            if (line.equals("scene outcome")) {
                citizen.goesOn();
            }
        }
    }

    private void until(String wanted) {
        String line = next();
        while (!line.equals(wanted)) {
            line = next();
        }
    }

    private String next() {
        try {
            String line = seen.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing is shown for a minute; open: " + journal.open());
            }
            return line;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** In peace: what was begun comes to its end first. */
    void ends() {
        counter.close();
        journal.close();
        devices.gone();
    }

    /** In the middle of whatever it does: no row is written behind this, and no device hears it any more. */
    void isCutOff() {
        devices.gone();
        journal.close();
        counter.close();
    }

    private static final class ThreeBytes implements Paper {
        @Override
        public Typeset certificate(Certificate certificate) {
            return new Typeset.Pdf(new byte[] {1, 2, 3});
        }

        @Override
        public Slip slip(List<Row> rows) {
            return new Slip(List.of());
        }

        @Override
        public byte[] testPage() {
            return new byte[] {1};
        }
    }
}
