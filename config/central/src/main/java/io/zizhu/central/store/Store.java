package io.zizhu.central.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The centre's one database file. Everything that reads or writes it does so on this store's own thread, one
 * piece of work at a time; a piece of work that throws leaves no trace (its transaction is rolled back). Any
 * thread may call and waits for its answer; calling from inside a piece of work is a bug and would wait for
 * ever, so it is refused.
 */
public final class Store implements AutoCloseable {
    private static final String OWNER = "centre-store";

    private final ExecutorService owner;
    private final Connection connection;

    public Store(Path file) {
        this.owner = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(OWNER).daemon().factory());
        this.connection = waitFor(() -> open(file));
    }

    /** One transaction: commits when {@code work} returns, rolls back when it throws. */
    public <T> T keep(Work<T> work) {
        return waitFor(() -> {
            try {
                T done = work.on(new Sql(connection));
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        });
    }

    /** The same, for work that answers nothing. */
    public void run(Chore chore) {
        keep(sql -> {
            chore.on(sql);
            return true;
        });
    }

    /** Whether one read and one empty commit succeed now. */
    public boolean alive() {
        try {
            return keep(sql -> sql.one("SELECT 1", row -> row.getInt(1)).orElse(0) == 1);
        } catch (IllegalStateException broken) {
            return false;
        }
    }

    @Override
    public void close() {
        waitFor(() -> {
            connection.close();
            return true;
        });
        owner.shutdown();
    }

    private static Connection open(Path file) throws SQLException {
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = opened.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA foreign_keys=ON");
        }
        Upgrade.of(opened);
        return opened;
    }

    private <T> T waitFor(Callable<T> work) {
        if (Thread.currentThread().getName().equals(OWNER)) {
            throw new IllegalStateException("work inside work: pass the Sql on instead");
        }
        try {
            return owner.submit(work).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the centre's store failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store worked", stopped);
        }
    }

    /** A piece of work inside one transaction, with an answer. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** A piece of work inside one transaction, without an answer. */
    @FunctionalInterface
    public interface Chore {
        void on(Sql sql) throws SQLException;
    }
}
