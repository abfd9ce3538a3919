package io.zizhu.measure;

import io.zizhu.terminal.journal.SqliteJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;

/** A process that opens a journal somebody else was killed over, as a terminal does at start, and tells the milliseconds. */
final class Recovered {
    /** What a crash leaves. */
    static final List<String> FILES =
            List.of("journal.db", "journal.db-wal", "machine.key", "journal.key", "journal.pub.pem");

    private Recovered() {}

    /** Opens a copy, so that each time the log still has to be recovered. */
    static double[] in(Path folder, String how) throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory("zizhu-recovered");
        for (String name : FILES) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "-Dlogback.configurationFile=measure-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recovered.class.getName(),
                        copy.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            double[] told = lines.lines()
                    .filter(line -> line.startsWith("TOOK "))
                    .map(line -> Arrays.stream(line.substring(5).split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the process told nothing"));
            process.waitFor();
            return told;
        } finally {
            try (var files = Files.list(copy)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(copy);
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        long began = System.nanoTime();
        if (args[1].equals("bare")) {
            bare(folder);
            System.out.println("TOOK " + since(began));
            return;
        }
        try (SqliteJournal journal = Journals.open(folder)) {
            journal.open();
            double opened = since(began);
            long walking = System.nanoTime();
            String walked = journal.verify().getClass().getSimpleName();
            if (!walked.equals("Whole")) {
                throw new IllegalStateException("the chain is " + walked);
            }
            System.out.println("TOOK " + opened + " " + since(walking));
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void bare(Path folder) throws Exception {
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var statement = raw.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.executeQuery("pragma quick_check(1)").close();
            try (ResultSet rows = statement.executeQuery("select sum(length(open) + length(sealed)) from row")) {
                if (!rows.next() || rows.getLong(1) == 0) {
                    throw new IllegalStateException("no rows");
                }
            }
        }
    }
}
