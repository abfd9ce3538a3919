package io.zizhu.central.backoffice;

import io.zizhu.catalogue.Words;
import io.zizhu.central.backoffice.Matters.State;
import io.zizhu.central.backoffice.pay.Orders;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question.Outcome;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the matters of a terminal went on, by its word, compared with what the centre knows itself: the fee, the case, the
 * receipts it has heard, and for payments by code its own orders. What does not fit is refused and becomes an alarm; a
 * case is never silently paid. The same word again gets the same answer. Any thread.
 */
final class Confirmations {
    /** The fees of the catalogue are in fen. */
    private static final String CURRENCY = "CNY";

    /** How a terminal calls itself in receipts of payments by code. */
    private static final String BY_CODE = "qr/";

    /** A pad's receipt numbers begin anew after some thousand payments; those of one day are never the same. */
    private static final Duration RECEIPTS = Duration.ofDays(1);

    private final Store store;
    private final Orders orders;
    private final Clock clock;

    Confirmations(Store store, Orders orders, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.clock = clock;
    }

    private record Case(
            String terminal,
            String number,
            State state,
            long fee,
            @Nullable String receipt) {
        boolean payable() {
            return state == State.PROVISIONAL || state == State.INQUIRY || vouched();
        }

        /** Staff said that it was paid, before a receipt told so. */
        boolean vouched() {
            return state == State.TAKEN && receipt != null && receipt.startsWith(StaffWord.RECEIPT);
        }
    }

    /** Paid, given up, or in doubt; empty of effect where it was heard before. */
    Answer.ToConfirm heard(String terminal, String number, Outcome outcome) {
        boolean ordered = !(outcome instanceof Outcome.Paid paid)
                || !paid.terminal().startsWith(BY_CODE)
                || orders.paid(terminal, paid.receipt(), paid.fen());
        return store.keep(sql -> {
            Optional<Case> found = find(sql, terminal, number);
            if (found.isEmpty()) {
                if (outcome instanceof Outcome.Paid) {
                    alarm(sql, terminal, number, "paid, but is no case of this terminal");
                }
                return new Answer.Refused("unknownCase");
            }
            Case matter = found.get();
            return switch (outcome) {
                case Outcome.Paid paid -> paid(sql, matter, paid, ordered);
                case Outcome.Withdrawn withdrawn -> withdrawn(sql, matter, withdrawn);
                case Outcome.InDoubt(String what) -> inDoubt(sql, matter, what);
            };
        });
    }

    /**
     * The terminal stopped before it heard what came of its question: a case that its citizen knows nothing of is given
     * up, and a certificate that was never printed is void. What an officer has, the officer keeps.
     */
    Answer.ToConfirm abandoned(String terminal, String key, String reason) {
        return store.keep(sql -> {
            Optional<Case> found = sql.one(
                    "SELECT number, state, fee, receipt FROM matter WHERE terminal = ? AND case_key = ?",
                    row -> new Case(
                            terminal,
                            row.getString(1),
                            State.valueOf(row.getString(2)),
                            row.getLong(3),
                            row.getString(4)),
                    terminal,
                    key);
            if (found.isPresent()) {
                Case matter = found.get();
                if (matter.receipt != null) {
                    alarm(sql, matter, "abandoned after it was paid: " + reason);
                    return new Answer.Refused("paidBefore");
                }
                switch (matter.state) {
                    case PROVISIONAL, TAKEN ->
                        move(
                                sql,
                                matter,
                                State.WITHDRAWN,
                                "办理中断，没有扣款，申请已撤回，可重新办理",
                                "Broken off: nothing was charged and the application was withdrawn. You can apply again.");
                    case DONE ->
                        move(
                                sql,
                                matter,
                                State.WITHDRAWN,
                                "办理中断，证明没有打印，已作废，可重新办理",
                                "Broken off: the certificate was not printed and is void. You can apply again.");
                    case WITHDRAWN, INQUIRY, OFFICER -> {}
                }
            }
            return new Answer.Done();
        });
    }

    private Answer.ToConfirm paid(Sql sql, Case matter, Outcome.Paid paid, boolean ordered) throws SQLException {
        String receipt = paid.terminal() + "/" + paid.receipt() + "/" + paid.trace();
        if (receipt.equals(matter.receipt)) {
            return new Answer.Done();
        }
        if (matter.receipt != null && !matter.vouched()) {
            alarm(sql, matter, "paid a second time, by receipt " + receipt + " after " + matter.receipt);
            return new Answer.Refused("paidBefore");
        }
        if (matter.fee != paid.fen() || !CURRENCY.equals(paid.currency())) {
            return refused(
                    sql,
                    matter,
                    "wrongAmount",
                    "paid another amount than its fee: " + paid.fen() + " " + paid.currency() + ", not " + matter.fee);
        }
        if (!ordered) {
            return refused(sql, matter, "noSuchPayment", "paid by order " + paid.receipt() + ", which is not paid");
        }
        Optional<String> other = other(sql, matter, paid, receipt);
        if (other.isPresent()) {
            return refused(sql, matter, "receiptUsed", "paid by receipt " + receipt + " of case " + other.get());
        }
        if (!matter.payable()) {
            return refused(sql, matter, "notPayable", "paid, but waits for no fee, by receipt " + receipt);
        }
        sql.change("UPDATE matter SET receipt = ? WHERE number = ?", receipt, matter.number);
        move(sql, matter, State.TAKEN, "已缴费，正式受理", "Fee paid, accepted");
        return new Answer.Done();
    }

    private Answer.ToConfirm refused(Sql sql, Case matter, String reason, String what) throws SQLException {
        alarm(sql, matter, what);
        move(sql, matter, State.OFFICER, "已收款，转人工核对", "Paid; an officer checks it");
        return new Answer.Refused(reason);
    }

    /** The case that this receipt has paid already. */
    private Optional<String> other(Sql sql, Case matter, Outcome.Paid paid, String receipt) throws SQLException {
        boolean ever = paid.terminal().startsWith(BY_CODE);
        return sql.one(
                "SELECT number FROM matter WHERE receipt = ? AND number <> ? AND made_at > ?",
                row -> row.getString(1),
                receipt,
                matter.number,
                ever ? 0L : clock.instant().minus(RECEIPTS).toEpochMilli());
    }

    private Answer.ToConfirm withdrawn(Sql sql, Case matter, Outcome.Withdrawn word) throws SQLException {
        if (matter.receipt != null && matter.state == State.TAKEN) {
            alarm(sql, matter, "withdrawn after it was paid: " + word.reason());
            move(sql, matter, State.OFFICER, "已撤回，缴费由工作人员核对", "Withdrawn after it was paid; an officer checks it");
        } else if (matter.payable() || matter.state == State.TAKEN) {
            if (word.givenBack()) {
                move(
                        sql,
                        matter,
                        State.WITHDRAWN,
                        "缴费已退回，申请已撤回，可重新办理",
                        "Your payment was given back and the application withdrawn. You can apply again.");
            } else {
                move(
                        sql,
                        matter,
                        State.WITHDRAWN,
                        "没有扣款，申请已撤回，可重新办理",
                        "Nothing was charged and the application was withdrawn. You can apply again.");
            }
        }
        return new Answer.Done();
    }

    private Answer.ToConfirm inDoubt(Sql sql, Case matter, String what) throws SQLException {
        boolean paper = what.equals("certificate");
        if (StaffWord.decided(sql, matter.number, what)) {
            return new Answer.Done();
        }
        if (paper && matter.state == State.DONE) {
            move(
                    sql,
                    matter,
                    State.INQUIRY,
                    "证明可能未交到您手中，请凭受理编号到人工窗口领取",
                    "The certificate may not have reached you. Collect it at the staffed counter with the case number.");
        } else if (!paper && (matter.state == State.PROVISIONAL || matter.state == State.WITHDRAWN)) {
            move(
                    sql,
                    matter,
                    State.INQUIRY,
                    "工作人员正在核实缴费结果，请勿再次付款；若已扣款，将继续办理或退款",
                    "The staff verify the payment. Do not pay again: if money was taken, the case goes on or you are refunded.");
        }
        return new Answer.Done();
    }

    private static Optional<Case> find(Sql sql, String terminal, String number) throws SQLException {
        return sql.one(
                "SELECT state, fee, receipt FROM matter WHERE number = ? AND terminal = ?",
                row -> new Case(terminal, number, State.valueOf(row.getString(1)), row.getLong(2), row.getString(3)),
                number,
                terminal);
    }

    /** What is said once is not said again, however often it is told. */
    private void move(Sql sql, Case matter, State state, String zh, String en) throws SQLException {
        if (matter.state != state) {
            Matters.move(sql, matter.number, state, new Words(zh, en), clock.instant());
        }
    }

    private void alarm(Sql sql, Case matter, String what) throws SQLException {
        alarm(sql, matter.terminal, matter.number, what);
    }

    private void alarm(Sql sql, String terminal, String number, String what) throws SQLException {
        Alarms.raise(sql, terminal, Alarms.Kind.MONEY, "case " + number + " " + what, clock.instant());
    }
}
