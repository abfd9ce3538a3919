package io.zizhu.stories;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A terminal's journal read from outside, while the terminal is stopped: a living one lets nobody else in. */
record JournalFile(Path file) {
    /** The open facts of every row of a kind, oldest first. */
    List<String> rows(String kind) {
        return read("select open from row where kind = ? order by seq", kind);
    }

    /** Doubts that wait for a person. */
    List<String> doubts() {
        return read("select open from row where kind = ? and waits = 1 order by seq", "doubt");
    }

    /** Whether anything but a doubt still waits for its outcome. */
    boolean settled() {
        return read("select kind from row where kind <> ? and waits = 1", "doubt")
                .isEmpty();
    }

    private List<String> read(String sql, String kind) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, kind);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }
}
