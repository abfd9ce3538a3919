package io.zizhu.measure;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code Measure ROOT NAME…}: measures what is named, everything where nothing is, and prints one table. */
public final class Measure {
    private static final List<String> NAMES = List.of("start", "memory", "tap", "card", "paper", "devices", "journal");

    private Measure() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        List<String> named = List.of(args).subList(1, args.length);
        List<String> wanted = named.isEmpty() ? NAMES : named;
        for (String name : wanted) {
            if (!NAMES.contains(name)) {
                System.err.println("measure: unknown name " + name + " (known: " + String.join(" ", NAMES) + ")");
                System.exit(2);
            }
        }
        Instant began = Instant.now();
        double load = load();
        List<Row> rows = new ArrayList<>();
        try (Stage stage = new Stage(root)) {
            for (String name : wanted) {
                System.err.println("measure: " + name);
                rows.addAll(rows(name, stage));
            }
        }
        System.out.print(Row.table(rows));
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d cores, load average %.1f before and %.1f after, Java %s, %d s%n",
                began.truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(),
                load,
                load(),
                Runtime.version(),
                Duration.between(began, Instant.now()).toSeconds());
        System.exit(0); // a browser driver or a font thread must not keep the shell waiting
    }

    private static List<Row> rows(String name, Stage stage) throws Exception {
        return switch (name) {
            case "start" -> new Start(stage).rows();
            case "memory" -> new Memory(stage).rows();
            case "tap" -> new Taps(stage).rows();
            case "card" -> new Card(stage.people()).rows();
            case "paper" -> new Certificates().rows();
            case "devices" -> devices(stage);
            case "journal" -> new Journals().rows();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** How fast plugs are noticed, and what the parsers cost; the card's and the printers' own rows stand beside them. */
    private static List<Row> devices(Stage stage) throws Exception {
        List<Row> rows = new ArrayList<>(new Card(stage.people()).rows());
        rows.addAll(new Plugs(stage.people()).rows());
        rows.addAll(new SlipTime().rows());
        rows.addAll(new SheetTime().rows());
        rows.addAll(new Parsers(stage.root()).rows());
        return rows;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
