package io.zizhu.central.backoffice.pay;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An acquirer that moves no money, with a ledger of its own. Its codes lead to a page on which a pretend payer pays or
 * does not. A payer's own code decides by how it begins: {@code PAYER-OK} pays, {@code PAYER-NO} is declined,
 * {@code PAYER-ASK} is asked for a password and pays at the second question after that, {@code PAYER-WAIT} is asked for a
 * password and does nothing. Any thread.
 */
public final class TrainingAcquirer implements Acquirer, Wallet {
    private static final int LOST_ANSWERS = 3;

    private final Store store;
    private final Clock clock;
    private final Supplier<String> address;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger losing = new AtomicInteger();

    /** @param address where the payers' page is, such as {@code https://centre:8443/training/pay} */
    public TrainingAcquirer(Store store, Clock clock, Supplier<String> address) {
        this.store = store;
        this.clock = clock;
        this.address = address;
    }

    private enum State {
        WAITING,
        PAYING,
        /** Pays when asked about the next time. */
        YIELDING,
        PAID,
        DECLINED,
        CLOSED,
        REFUNDED
    }

    private record Trade(String token, State state, String trade, Instant until) {}

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Said precreate(Order order) {
        insert(order, State.WAITING);
        return said(order.number());
    }

    @Override
    public Said pay(Order order, String code) {
        State begins = code.startsWith("PAYER-OK")
                ? State.PAID
                : code.startsWith("PAYER-ASK") || code.startsWith("PAYER-WAIT") ? State.PAYING : State.DECLINED;
        insert(order, begins);
        if (code.startsWith("PAYER-ASK")) {
            set(order.number(), State.PAYING, State.YIELDING);
            return answer(new Said.Paying());
        }
        return said(order.number());
    }

    @Override
    public Said query(String number) {
        Said said = said(number);
        set(number, State.YIELDING, State.PAID);
        return said;
    }

    @Override
    public Said close(String number) {
        set(number, State.WAITING, State.CLOSED);
        set(number, State.PAYING, State.CLOSED);
        set(number, State.YIELDING, State.CLOSED);
        return said(number);
    }

    @Override
    public Said refund(String number, long fen) {
        set(number, State.PAID, State.REFUNDED);
        return said(number);
    }

    @Override
    public List<Bill> bills() {
        return store.keep(sql -> sql.all(
                "SELECT token, number, fen, state FROM training_trade ORDER BY until_at DESC LIMIT 20",
                row -> new Bill(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4).toLowerCase(Locale.ROOT))));
    }

    @Override
    public boolean act(String token, String act) {
        Optional<String> number = store.keep(
                sql -> sql.one("SELECT number FROM training_trade WHERE token = ?", row -> row.getString(1), token));
        return number.filter(order -> said(order) instanceof Said.Waiting || said(order) instanceof Said.Paying)
                .map(order -> act(order, State.WAITING, act) || act(order, State.PAYING, act))
                .orElse(false);
    }

    private boolean act(String number, State from, String act) {
        return switch (act) {
            case "pay" -> set(number, from, State.PAID);
            case "decline" -> set(number, from, State.DECLINED);
            case "cancel", "expire" -> set(number, from, State.CLOSED);
            case "ask" -> set(number, from, State.PAYING);
            case "lose" -> {
                boolean paid = set(number, from, State.PAID);
                if (paid) {
                    losing.set(LOST_ANSWERS);
                }
                yield paid;
            }
            default -> false;
        };
    }

    private Said answer(Said said) {
        return losing.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? new Said.Unsure() : said;
    }

    private Said said(String number) {
        Optional<Trade> trade = store.keep(sql -> find(sql, number));
        if (trade.isEmpty()) {
            return answer(new Said.None());
        }
        Trade now = trade.get();
        boolean late = clock.instant().isAfter(now.until);
        return answer(
                switch (now.state) {
                    case WAITING -> late ? new Said.Closed() : new Said.Waiting(address.get() + "/" + now.token);
                    case PAYING, YIELDING -> late ? new Said.Closed() : new Said.Paying();
                    case PAID -> new Said.Paid(now.trade);
                    case DECLINED -> new Said.Declined("declinedByPayer");
                    case CLOSED -> new Said.Closed();
                    case REFUNDED -> new Said.Refunded();
                });
    }

    private void insert(Order order, State state) {
        byte[] word = new byte[16];
        random.nextBytes(word);
        String token = HexFormat.of().formatHex(word, 0, 10);
        String trade = "TR" + HexFormat.of().withUpperCase().formatHex(word, 10, 16);
        store.run(sql -> sql.change(
                "INSERT INTO training_trade VALUES (?,?,?,?,?,?) ON CONFLICT (number) DO NOTHING",
                order.number(),
                order.fen(),
                state.name(),
                token,
                trade,
                order.until()));
    }

    private boolean set(String number, State from, State to) {
        return store.keep(sql -> sql.change(
                        "UPDATE training_trade SET state = ? WHERE number = ? AND state = ?",
                        to.name(),
                        number,
                        from.name())
                == 1);
    }

    private static Optional<Trade> find(Sql sql, String number) throws SQLException {
        return sql.one(
                "SELECT token, state, trade, until_at FROM training_trade WHERE number = ?",
                row -> new Trade(
                        row.getString(1),
                        State.valueOf(row.getString(2)),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                number);
    }
}
