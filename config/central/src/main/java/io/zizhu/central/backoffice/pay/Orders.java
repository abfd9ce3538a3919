package io.zizhu.central.backoffice.pay;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Answer.Stands;
import io.zizhu.wire.ask.PayAct;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The payment back office. An order is written down before the acquirer hears of it, is for one amount of one terminal for
 * ever, and once it is paid, declined, closed or refunded, that is answered from here. Closing an order that never came
 * leaves its number closed, so that one still on its way takes nothing. Any thread.
 */
public final class Orders {
    /** How long a code may be paid; longer than a terminal waits. */
    static final Duration VALID = Duration.ofMinutes(3);

    private final Store store;
    private final Acquirer acquirer;
    private final Clock clock;

    public Orders(Store store, Acquirer acquirer, Clock clock) {
        this.store = store;
        this.acquirer = acquirer;
        this.clock = clock;
    }

    /** What stands in the ledger; {@code OPEN} is everything that may still change by the payer's hand. */
    private enum State {
        OPEN,
        PAID,
        DECLINED,
        CLOSED,
        REFUNDED
    }

    private record Row(
            String number,
            String terminal,
            long fen,
            String way,
            State state,
            String code,
            String trade,
            String reason,
            Instant until) {
        Acquirer.Order order() {
            return new Acquirer.Order(number, fen, until);
        }
    }

    /** Answers one question of one terminal, which has proven its name with its certificate. */
    public Answer.ToPay answer(String terminal, String order, PayAct act) {
        return switch (act) {
            case PayAct.Ready() -> acquirer.open() ? new Answer.Done() : new Answer.Refused("payClosed");
            case PayAct.Show(long fen) -> begin(terminal, order, fen, "show", act);
            case PayAct.Scan(long fen, var code) -> begin(terminal, order, fen, "scan", act);
            case PayAct.Query() -> with(terminal, order, this::query);
            case PayAct.Close() -> close(terminal, order);
            case PayAct.Refund(long fen) -> with(terminal, order, row -> refund(row, fen));
        };
    }

    /** Whether this order of this terminal stands paid with this amount; the acquirer is asked where that is not known here. */
    public boolean paid(String terminal, String order, long fen) {
        return answer(terminal, order, new PayAct.Query()) instanceof Answer.Payment payment
                && payment.stands() == Stands.PAID
                && payment.fen() == fen;
    }

    private Answer.ToPay begin(String terminal, String order, long fen, String way, PayAct act) {
        if (fen <= 0 || order.isBlank()) {
            return new Answer.Refused("noAmount");
        }
        Instant until = clock.instant().plus(VALID);
        Row fresh = new Row(order, terminal, fen, way, State.OPEN, "", "", "", until);
        boolean first = store.keep(sql -> insert(sql, fresh));
        return with(terminal, order, row -> {
            if (row.state != State.OPEN) {
                return stands(row);
            }
            if (row.fen != fen || !row.way.equals(way)) {
                return new Answer.Refused("otherOrder");
            }
            if (!first && !row.code.isEmpty()) {
                return query(row);
            }
            return said(
                    row, act instanceof PayAct.Scan scan ? scan(row, scan, first) : acquirer.precreate(row.order()));
        });
    }

    /** A payer's code is handed on once: asked again, the acquirer is asked how the order stands. */
    private Acquirer.Said scan(Row row, PayAct.Scan scan, boolean first) {
        return first ? acquirer.pay(row.order(), scan.code()) : acquirer.query(row.number);
    }

    private Answer.ToPay query(Row row) {
        return row.state == State.OPEN ? said(row, acquirer.query(row.number)) : stands(row);
    }

    private Answer.ToPay close(String terminal, String order) {
        store.run(sql -> insert(sql, new Row(order, terminal, 0, "", State.CLOSED, "", "", "", clock.instant())));
        return with(terminal, order, row -> {
            if (row.state != State.OPEN) {
                return stands(row);
            }
            Acquirer.Said said = acquirer.close(row.number);
            return said(row, said instanceof Acquirer.Said.None ? new Acquirer.Said.Closed() : said);
        });
    }

    private Answer.ToPay refund(Row row, long fen) {
        if (row.state == State.REFUNDED) {
            return stands(row);
        }
        if (row.state != State.PAID || row.fen != fen) {
            return new Answer.Refused("notPaid");
        }
        return said(row, acquirer.refund(row.number, fen));
    }

    private interface Work {
        Answer.ToPay on(Row row);
    }

    /** Carries out what needs the order; another terminal's is nobody's business. */
    private Answer.ToPay with(String terminal, String order, Work work) {
        Optional<Row> row = store.keep(sql -> find(sql, order));
        if (row.isEmpty()) {
            return new Answer.Payment(order, Stands.NONE, 0, "", 0, "", "");
        }
        return row.get().terminal.equals(terminal) ? work.on(row.get()) : new Answer.Refused("unknownOrder");
    }

    /** Writes down what the acquirer says, then answers what is written. */
    private Answer.ToPay said(Row row, Acquirer.Said said) {
        switch (said) {
            case Acquirer.Said.Waiting(String code) -> change(row, State.OPEN, code, "", "");
            case Acquirer.Said.Paid(String trade) -> change(row, State.PAID, "", trade, "");
            case Acquirer.Said.Declined(String reason) -> change(row, State.DECLINED, "", "", reason);
            case Acquirer.Said.Closed() -> change(row, State.CLOSED, "", "", "");
            case Acquirer.Said.Refunded() -> change(row, State.REFUNDED, "", row.trade, "");
            case Acquirer.Said.Paying() -> {
                return open(row, Stands.PAYING);
            }
            case Acquirer.Said.None() -> {
                return row.code.isEmpty() ? open(row, Stands.UNSURE) : stands(row);
            }
            case Acquirer.Said.Unsure() -> {
                return open(row, Stands.UNSURE);
            }
        }
        return stands(store.keep(sql -> find(sql, row.number)).orElseThrow());
    }

    /** Two questions may cross: what was paid is never overwritten by what was heard before. */
    private void change(Row row, State to, String code, String trade, String reason) {
        store.run(sql -> sql.change(
                "UPDATE pay_order SET state = ?, code = ?, trade = ?, reason = ? WHERE number = ? AND (state = 'OPEN' "
                        + "OR (state = 'PAID' AND ? = 'REFUNDED'))",
                to.name(),
                code,
                trade,
                reason,
                row.number,
                to.name()));
    }

    private Answer.Payment stands(Row row) {
        Stands stands =
                switch (row.state) {
                    case OPEN -> Stands.WAITING;
                    case PAID -> Stands.PAID;
                    case DECLINED -> Stands.DECLINED;
                    case CLOSED -> Stands.CLOSED;
                    case REFUNDED -> Stands.REFUNDED;
                };
        return open(row, stands);
    }

    private Answer.Payment open(Row row, Stands stands) {
        boolean waits = stands == Stands.WAITING;
        long left = Math.max(0, Duration.between(clock.instant(), row.until).toSeconds());
        return new Answer.Payment(
                row.number, stands, row.fen, waits ? row.code : "", waits ? left : 0, row.trade, row.reason);
    }

    /** True for the first to write this number. */
    private static boolean insert(Sql sql, Row row) throws SQLException {
        return sql.change(
                        "INSERT INTO pay_order VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (number) DO NOTHING",
                        row.number,
                        row.terminal,
                        row.fen,
                        row.way,
                        row.state.name(),
                        row.code,
                        row.trade,
                        row.reason,
                        row.until)
                == 1;
    }

    private static Optional<Row> find(Sql sql, String number) throws SQLException {
        return sql.one(
                "SELECT number, terminal, fen, way, state, code, trade, reason, until_at FROM pay_order WHERE number = ?",
                row -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        State.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        Instant.ofEpochMilli(row.getLong(9))),
                number);
    }
}
