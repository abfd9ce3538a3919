package io.zizhu.central.registry;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which station each terminal stands in. A terminal that nobody assigned belongs to the site without a name. Any thread. */
public final class Sites {
    /** The site of terminals that nobody assigned. */
    public static final String NONE = "";

    private static final int LONGEST = 80;

    private final Store store;

    public Sites(Store store) {
        this.store = store;
    }

    /** Terminals by site, every terminal once, in the sites' order. */
    public SortedMap<String, List<String>> all() {
        return store.keep(sql -> {
            var sites = new TreeMap<String, List<String>>();
            sql.all(
                            "SELECT COALESCE(site.name, ''), terminal.id FROM terminal "
                                    + "LEFT JOIN site ON site.terminal = terminal.id ORDER BY 1, joined_at, 2",
                            row -> List.of(row.getString(1), row.getString(2)))
                    .forEach(each ->
                            sites.merge(each.get(0), List.of(each.get(1)), (a, b) -> java.util.stream.Stream.concat(
                                            a.stream(), b.stream())
                                    .toList()));
            return sites;
        });
    }

    /** The site of one terminal, inside a piece of work. */
    public static String of(Sql sql, String terminal) throws SQLException {
        return sql.one("SELECT name FROM site WHERE terminal = ?", row -> row.getString(1), terminal)
                .orElse(NONE);
    }

    /** Inside a piece of work; says whether there is such a terminal and the name is one. */
    public static boolean assign(Sql sql, String terminal, String site) throws SQLException {
        String name = site.strip();
        boolean known = sql.one("SELECT id FROM terminal WHERE id = ?", row -> row.getString(1), terminal)
                .isPresent();
        if (!known || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        sql.change(
                "INSERT INTO site VALUES (?,?) ON CONFLICT (terminal) DO UPDATE SET name = excluded.name",
                terminal,
                name);
        return true;
    }
}
