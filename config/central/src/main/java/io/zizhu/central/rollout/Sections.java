package io.zizhu.central.rollout;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sections as they stand now: version 0 is the seed that every terminal was born with, each published change
 * counts one up. Any thread.
 */
public final class Sections {
    private static final String SELECT = "SELECT name, schema, bytes, version FROM section";

    private final Store store;

    public Sections(Store store) {
        this.store = store;
    }

    /** A section and how often it has been changed. */
    public record Standing(Section section, long version) {}

    /**
     * Reads {@code welcome.json}, {@code catalogue/*.yaml} and, where it is there, {@code privacy.json} from the seed
     * folder, where nothing stands yet.
     */
    public void seed(Path folder) {
        try {
            plant(new Section(
                    Welcome.NAME, Welcome.SCHEMA, Octets.of(Files.readAllBytes(folder.resolve("welcome.json")))));
            Path privacy = folder.resolve("privacy.json");
            plant(new Section(
                    Privacy.NAME,
                    Privacy.SCHEMA,
                    Octets.of(
                            Files.exists(privacy) ? Files.readAllBytes(privacy) : Privacy.FORM.bytes(Privacy.USUAL))));
            var items = new TreeMap<String, String>();
            try (var files = Files.list(folder.resolve("catalogue"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    String name = String.valueOf(file.getFileName());
                    items.put(name.substring(0, name.length() - ".yaml".length()), Files.readString(file));
                }
            }
            plant(new ItemFiles(items).section());
        } catch (IOException failed) {
            throw new IllegalStateException("cannot read the seed folder: " + failed.getMessage(), failed);
        }
    }

    public List<Standing> all() {
        return store.keep(sql -> sql.all(SELECT + " ORDER BY name", Sections::standing));
    }

    public Optional<Standing> find(String name) {
        return store.keep(sql -> find(sql, name));
    }

    /** The catalogue as it stands; empty before any seed. */
    public ItemFiles catalogue() {
        return find(ItemFiles.NAME)
                .map(standing -> ItemFiles.read(standing.section().bytes().bytes()))
                .orElse(new ItemFiles(new TreeMap<>()));
    }

    static Optional<Standing> find(Sql sql, String name) throws SQLException {
        return sql.one(SELECT + " WHERE name = ?", Sections::standing, name);
    }

    static List<Section> forBundle(Sql sql) throws SQLException {
        return sql.all(SELECT + " ORDER BY name", Sections::standing).stream()
                .map(Standing::section)
                .toList();
    }

    static void change(Sql sql, String name, byte[] bytes) throws SQLException {
        sql.change("UPDATE section SET bytes = ?, version = version + 1 WHERE name = ?", bytes, name);
    }

    private void plant(Section section) {
        Complaint.of(section).ifPresent(complaint -> {
            throw new IllegalStateException("the seed of " + section.name() + " cannot be used: " + complaint);
        });
        store.run(sql -> sql.change(
                "INSERT OR IGNORE INTO section VALUES (?,?,?,0)",
                section.name(),
                section.schema(),
                section.bytes().bytes()));
    }

    private static Standing standing(java.sql.ResultSet row) throws SQLException {
        return new Standing(
                new Section(row.getString(1), row.getString(2), Octets.of(row.getBytes(3))), row.getLong(4));
    }
}
