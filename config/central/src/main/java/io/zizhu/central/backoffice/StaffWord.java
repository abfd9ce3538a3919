package io.zizhu.central.backoffice;

import io.zizhu.catalogue.Words;
import io.zizhu.central.backoffice.Matters.State;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.ingest.Settled;
import io.zizhu.central.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * A case goes on by what the station's staff found out about its money or its paper. Two of them have decided, so nobody is
 * asked again; only where their word does not fit what the case has become meanwhile, an officer looks at it. The same row
 * is heard once, however often it is sent. Called inside the transaction that stores it.
 */
public final class StaffWord implements Settled.Ear {
    /** What stands in a receipt's place where staff vouch for the money: {@code staff/BADGE/SECOND}. */
    static final String RECEIPT = "staff/";

    /** An officer goes on with it; what is taken or withdrawn stays so until the officer says otherwise. */
    static final String PASSED_ON = "passed-on";

    private static final Set<State> BEFORE_MONEY = Set.of(State.INQUIRY, State.PROVISIONAL);
    private static final Set<State> BEFORE_PAPER = Set.of(State.INQUIRY, State.DONE);

    private final Clock clock;

    public StaffWord(Clock clock) {
        this.clock = clock;
    }

    /** Where a case goes. */
    private record Way(Set<State> from, State to, Words said) {}

    @Override
    public void hear(Sql sql, Settled word) throws SQLException {
        int news = sql.change(
                "INSERT OR IGNORE INTO settlement VALUES (?,?,?,?,?,?,?,?)",
                word.row(),
                word.caseNumber(),
                word.kind(),
                word.found(),
                word.badge(),
                word.second(),
                word.remark(),
                word.at());
        Optional<State> state = sql.one(
                "SELECT state FROM matter WHERE number = ? AND terminal = ?",
                row -> State.valueOf(row.getString(1)),
                word.caseNumber(),
                word.terminal());
        Optional<Way> way = way(word.found());
        if (news == 1 && state.isPresent() && way.isPresent()) {
            go(sql, word, state.get(), way.get());
        }
    }

    /** Whether staff have decided about this already: a doubt that is told late is none any more. */
    static boolean decided(Sql sql, String number, String kind) throws SQLException {
        return sql.one("SELECT found FROM settlement WHERE number = ? AND kind = ?", row -> 1, number, kind)
                .isPresent();
    }

    private void go(Sql sql, Settled word, State before, Way way) throws SQLException {
        boolean stays = way.to == State.OFFICER && !way.from.contains(before); // the officers' list has it all the same
        if (before == State.OFFICER || before == way.to || stays) {
            return;
        }
        if (!way.from.contains(before)) {
            Alarms.raise(
                    sql,
                    word.terminal(),
                    Alarms.Kind.MONEY,
                    "case " + word.caseNumber() + " is " + before + ", staff found " + word.found(),
                    clock.instant());
            move(
                    sql,
                    word,
                    State.OFFICER,
                    new Words("核实结果与办理情况不符，转人工核对", "What was found does not fit the case; an officer checks it"));
            return;
        }
        if (way.to == State.TAKEN) {
            sql.change(
                    "UPDATE matter SET receipt = ? WHERE number = ? AND receipt IS NULL",
                    RECEIPT + word.badge() + "/" + word.second(),
                    word.caseNumber());
        }
        move(sql, word, way.to, way.said);
    }

    private void move(Sql sql, Settled word, State to, Words said) throws SQLException {
        Matters.move(sql, word.caseNumber(), to, said, clock.instant());
    }

    private static Optional<Way> way(String found) {
        return switch (found) {
            case "charged" ->
                way(BEFORE_MONEY, State.TAKEN, "工作人员已核实缴费，正式受理", "The staff verified your payment; accepted");
            case "not-charged" ->
                way(
                        BEFORE_MONEY,
                        State.WITHDRAWN,
                        "经核实没有扣款，申请已撤回，可重新办理",
                        "Verified: nothing was charged. The application was withdrawn; you can apply again.");
            case "given-back" ->
                way(
                        BEFORE_MONEY,
                        State.WITHDRAWN,
                        "缴费已退回，申请已撤回，可重新办理",
                        "Your payment was given back and the application withdrawn. You can apply again.");
            case "handed-over" -> way(BEFORE_PAPER, State.DONE, "证明已交付", "The certificate was handed over");
            case "void" ->
                way(
                        BEFORE_PAPER,
                        State.WITHDRAWN,
                        "证明没有交付，已作废，可重新办理",
                        "The certificate was not handed over and is void. You can apply again.");
            case PASSED_ON ->
                way(
                        Set.of(State.INQUIRY, State.PROVISIONAL, State.DONE),
                        State.OFFICER,
                        "已转人工处理",
                        "An officer deals with it");
            default -> Optional.empty(); // a later terminal's word: the case stays with whoever has it
        };
    }

    private static Optional<Way> way(Set<State> from, State to, String zh, String en) {
        return Optional.of(new Way(from, to, new Words(zh, en)));
    }
}
