package io.zizhu.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL inside one piece of the store's work; valid only while that work runs, on the store's thread. Values are
 * bound by position; instants travel as milliseconds, booleans as 0 and 1.
 */
public final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Every row of a query, in its order. */
    public <T> List<T> all(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(query, values);
                ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (result.next()) {
                found.add(row.from(result));
            }
            return List.copyOf(found);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> one(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return all(query, row, values).stream().findFirst();
    }

    /** Changes rows and tells how many. */
    public int change(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, values)) {
            return prepared.executeUpdate();
        }
    }

    private PreparedStatement prepare(String text, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1,
                    switch (values[i]) {
                        case Instant at -> at.toEpochMilli();
                        case Boolean yes -> yes ? 1 : 0;
                        case null -> null;
                        default -> values[i];
                    });
        }
        return statement;
    }

    /** Turns the current row of a result into a record. */
    @FunctionalInterface
    public interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }
}
