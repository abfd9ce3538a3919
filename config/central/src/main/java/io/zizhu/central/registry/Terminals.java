package io.zizhu.central.registry;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The register of terminals: how one joins, which certificate it holds now, and whether it is still welcome.
 * Any thread; every answer is read from the store, so a revocation holds from the next call on.
 */
public final class Terminals {
    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final int CODE_LETTERS = 8;

    private final Store store;
    private final Authority authority;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Terminals(Store store, Authority authority, Clock clock) {
        this.store = store;
        this.authority = authority;
        this.clock = clock;
    }

    /** What became of a request to join. */
    public sealed interface Joining {
        record Joined(String terminal, X509Certificate certificate) implements Joining {}

        record Refused(String why) implements Joining {}
    }

    /** One line of the register. */
    public record Entry(String id, Instant joined, String serial, Instant ends, boolean revoked) {}

    /** A new one-time code, {@code XXXXXXXX-<pin of the authority>}; good for one terminal and 24 hours. */
    public String newCode() {
        String code = secrets.word(CODE_LETTERS) + "-" + authority.pin();
        Instant now = clock.instant();
        store.run(sql ->
                sql.change("INSERT INTO join_code VALUES (?,?,?,NULL)", Pem.digest(code), now, now.plus(CODE_LIFE)));
        return code;
    }

    /** Joins a new terminal: the code is spent only if the certificate was really made. */
    public Joining join(String code, String requestPem) {
        String digest = Pem.digest(code.strip());
        try {
            String id = "T" + secrets.word(7).toLowerCase(Locale.ROOT);
            X509Certificate certificate = authority.certify(id, requestPem);
            Instant now = clock.instant();
            boolean spent = store.keep(sql -> {
                int used = sql.change(
                        "UPDATE join_code SET used_by = ? WHERE digest = ? AND used_by IS NULL AND ends_at > ?",
                        id,
                        digest,
                        now);
                if (used == 1) {
                    enter(sql, id, certificate, now);
                }
                return used == 1;
            });
            return spent
                    ? new Joining.Joined(id, certificate)
                    : new Joining.Refused("this join code is unknown, used or too old");
        } catch (Authority.RequestRefused refused) {
            return new Joining.Refused(refused.why());
        }
    }

    /** A fresh certificate for a terminal that is known and welcome; the old one stops at once. */
    public Joining renew(String terminal, String requestPem) {
        try {
            X509Certificate certificate = authority.certify(terminal, requestPem);
            int changed = store.keep(sql -> sql.change(
                    "UPDATE terminal SET serial = ?, ends_at = ? WHERE id = ? AND revoked_at IS NULL",
                    Authority.serial(certificate),
                    certificate.getNotAfter().toInstant(),
                    terminal));
            return changed == 1
                    ? new Joining.Joined(terminal, certificate)
                    : new Joining.Refused("this terminal is not in the register");
        } catch (Authority.RequestRefused refused) {
            return new Joining.Refused(refused.why());
        }
    }

    /** Whether this certificate is the one its terminal holds now, in time, and not revoked. */
    public boolean welcome(String terminal, X509Certificate certificate) {
        Instant now = clock.instant();
        return find(terminal)
                .filter(entry -> !entry.revoked())
                .filter(entry -> entry.serial().equals(Authority.serial(certificate)))
                .filter(entry -> now.isBefore(entry.ends()))
                .isPresent();
    }

    /** From now on nothing from this terminal is heard. Says whether there was such a terminal. */
    public boolean revoke(String terminal) {
        Instant now = clock.instant();
        return store.keep(sql -> sql.change(
                        "UPDATE terminal SET revoked_at = ?, online = 0 WHERE id = ? AND revoked_at IS NULL",
                        now,
                        terminal))
                == 1;
    }

    public Optional<Entry> find(String terminal) {
        return store.keep(sql -> sql.one(SELECT + " WHERE id = ?", Terminals::entry, terminal));
    }

    public List<Entry> all() {
        return store.keep(sql -> sql.all(SELECT + " ORDER BY joined_at, id", Terminals::entry));
    }

    private static final String SELECT = "SELECT id, joined_at, serial, ends_at, revoked_at FROM terminal";

    private static Entry entry(java.sql.ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getObject(5) != null);
    }

    private static void enter(Sql sql, String id, X509Certificate certificate, Instant now) throws SQLException {
        sql.change(
                "INSERT INTO terminal (id, joined_at, serial, ends_at) VALUES (?,?,?,?)",
                id,
                now,
                Authority.serial(certificate),
                certificate.getNotAfter().toInstant());
    }
}
