package io.zizhu.terminal.journal.aside;

import io.zizhu.service.port.Entry;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal file that was set aside last. It is read once, by the journal that takes its place, before that serves
 * anybody; from a copy, because it is evidence. Seconds for a large file.
 */
public final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final String ROWS = "select seq, at, kind, open, waits from row order by seq ";

    private final Path file;
    private final SortedMap<Long, Waiting> intents = new TreeMap<>();
    private final SortedMap<Long, Waiting> marked = new TreeMap<>();
    private final Set<Long> answered = new HashSet<>();

    private SetAside(Path file) {
        this.file = file;
    }

    /** The file set aside last beside this journal. */
    public static Optional<SetAside> beside(Path journal) throws IOException {
        String begin = journal.getFileName() + ".set-aside-";
        try (Stream<Path> files = Files.list(journal.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .filter(file -> file.toString().endsWith("Z"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .map(SetAside::new);
        }
    }

    public String name() {
        return file.getFileName().toString();
    }

    /**
     * What a person has to find out, one for each case: every act with money, paper or something kept back that had no
     * outcome as far as the file can be read, and one more where it cannot be read to its end. Marks and rows are both
     * asked, and whichever says that an act waits is heard.
     */
    public List<Entry> doubts() {
        boolean whole = read();
        var waiting = new TreeMap<>(intents);
        waiting.keySet().removeAll(answered);
        waiting.putAll(marked);
        var doubts = new ArrayList<>(Doubtful.of(name(), waiting.values()));
        if (!whole) {
            doubts.add(Doubtful.unreadable(name(), !intents.isEmpty()));
        }
        return doubts;
    }

    /** False where something cannot be read. */
    private boolean read() {
        try {
            Path copies = Files.createTempDirectory("zizhu-set-aside-");
            try {
                return read(copies);
            } finally {
                delete(copies);
            }
        } catch (IOException | SQLException trouble) {
            LOG.error("{} cannot be read", file, trouble);
            return false;
        }
    }

    private boolean read(Path copies) throws IOException, SQLException {
        Path copy = Files.copy(file, copies.resolve("journal.db"));
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, copies.resolve("journal.db-wal"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            if (read(connection, "asc")) {
                return true;
            }
            LOG.info(
                    "{}: then from its end, {}",
                    file,
                    read(connection, "desc") ? "to its beginning" : "as far as it goes");
            return false;
        }
    }

    /** From one end as far as it goes. */
    private boolean read(Connection connection, String way) {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS + way)) {
            boolean clear = true;
            while (row.next()) {
                clear &= heard(row);
            }
            return clear;
        } catch (SQLException damaged) {
            LOG.warn("{} can be read in part only: {}", file, damaged.getMessage());
            return false;
        }
    }

    private boolean heard(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String at = row.getString("at");
        String kind = row.getString("kind");
        String open = row.getString("open");
        if (at == null
                || kind == null
                || open == null
                || !(Json.parse(open.getBytes(StandardCharsets.UTF_8), Limits.USUAL)
                        instanceof Read.Good<Json>(Json.Obj facts))) {
            return false;
        }
        var waiting = new Waiting(seq, at, kind, facts);
        if (waiting.fact("_is").equals("intent")) {
            intents.put(seq, waiting);
        }
        if (row.getInt("waits") == 1) {
            marked.put(seq, waiting);
        }
        if (facts.members().get("_of") instanceof Json.Num(double intent)) {
            answered.add((long) intent);
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
