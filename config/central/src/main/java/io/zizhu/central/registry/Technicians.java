package io.zizhu.central.registry;

import io.zizhu.central.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people at the console and the one bearer token of the JSON interface. Passwords are kept as PBKDF2 hashes,
 * the token as a SHA-256; both are shown once, at the first start. Any thread.
 */
public final class Technicians {
    private static final List<String> SUPERVISORS = List.of("supervisor-a", "supervisor-b");
    private static final List<String> FIRST = List.of("tech-a", "tech-b", "supervisor-a", "supervisor-b");
    private static final String TOKEN = "bearer-digest";
    /** Verified when the name is unknown, so that the answer takes as long as for a known one. */
    private static final Kept NOBODY = new Kept("00", "", Secrets.ROUNDS);

    private final Store store;
    private final Secrets secrets = new Secrets();
    private final Throttle throttle;

    public Technicians(Store store, Clock clock) {
        this.store = store;
        this.throttle = new Throttle(clock);
    }

    /** A technician's name, proven by a password just now. */
    public record Technician(String name) {}

    /**
     * The first accounts with their passwords, each only where it is not there yet; they and the token are added to {@code
     * file}, which only the centre's user may read.
     */
    public Map<String, String> first(Path file, Optional<String> token) {
        Map<String, String> made = new LinkedHashMap<>();
        FIRST.forEach(name -> make(name).ifPresent(password -> made.put(name, password)));
        if (!made.isEmpty()) {
            var text = new StringBuilder();
            token.ifPresent(bearer -> text.append("token ").append(bearer).append('\n'));
            made.forEach((name, password) ->
                    text.append(name).append(' ').append(password).append('\n'));
            write(file, text.toString());
        }
        return made;
    }

    /** @return the password; empty where the account is there already */
    private Optional<String> make(String name) {
        if (store.keep(sql -> sql.one("SELECT name FROM account WHERE name = ?", row -> row.getString(1), name))
                .isPresent()) {
            return Optional.empty();
        }
        String password = secrets.word(12);
        String salt = secrets.salt();
        String hash = Secrets.slowHash(password.toCharArray(), salt, Secrets.ROUNDS);
        store.run(sql -> {
            sql.change("INSERT INTO account VALUES (?,?,?,?)", name, salt, hash, Secrets.ROUNDS);
            if (SUPERVISORS.contains(name)) {
                Supervisors.name(sql, name);
            }
        });
        return Optional.of(password);
    }

    private static void write(Path file, String text) {
        try {
            if (Files.notExists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new IllegalStateException("cannot write " + file.getFileName(), failed);
        }
    }

    /** The bearer token, only at the very first start. */
    public Optional<String> firstToken() {
        String token = secrets.bearer();
        int made = store.keep(sql -> sql.change("INSERT OR IGNORE INTO note VALUES (?,?)", TOKEN, Pem.digest(token)));
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** Who this is, or nobody. Takes the same time for a wrong name and a wrong password. */
    public Optional<Technician> login(String name, char[] password) {
        Optional<Kept> kept = store.keep(sql -> sql.one(
                "SELECT salt, hash, rounds FROM account WHERE name = ?",
                row -> new Kept(row.getString(1), row.getString(2), row.getInt(3)),
                name));
        Kept against = kept.orElse(NOBODY);
        if (!throttle.open(name)) {
            return Optional.empty();
        }
        boolean right = Secrets.same(Secrets.slowHash(password, against.salt, against.rounds), against.hash);
        boolean proven = right && kept.isPresent();
        throttle.tried(name, proven);
        return proven ? Optional.of(new Technician(name)) : Optional.empty();
    }

    /** Whether this is the token printed at the first start. */
    public boolean knows(String token) {
        return store.keep(sql -> sql.one("SELECT value FROM note WHERE name = ?", row -> row.getString(1), TOKEN))
                .filter(digest -> Secrets.same(digest, Pem.digest(token)))
                .isPresent();
    }

    private record Kept(String salt, String hash, int rounds) {}
}
