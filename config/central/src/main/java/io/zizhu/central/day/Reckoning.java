package io.zizhu.central.day;

import io.zizhu.central.day.Sources.File;
import io.zizhu.central.day.Sources.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays journal, case files, payment orders and the pad's closing side by side: a line for each payment. Pure. */
final class Reckoning {
    /** A charge younger than this may still be on its way to one of the others. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private final Sources sources;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();

    private Reckoning(Sources sources, Instant now) {
        this.sources = sources;
        this.now = now;
    }

    /** The lines of a day, by time; cases that were charged nothing and owe nothing have none. */
    static List<Line> of(Sources sources, Instant now) {
        var reckoning = new Reckoning(sources, now);
        reckoning.reckon();
        return reckoning.lines.stream()
                .sorted(Comparator.comparing(Line::at).thenComparing(Line::ref))
                .toList();
    }

    private void reckon() {
        var knownCases = new HashSet<String>();
        var knownOrders = new HashSet<String>();
        boolean cards = false;
        for (Account account : Account.of(sources.facts())) {
            knownCases.add(account.caseNumber());
            knownOrders.addAll(account.orders());
            if (sources.within(account.at())) {
                account(account);
                cards |= account.way().equals(Kinds.CARD) && account.taken() > 0;
            }
        }
        strangers(knownCases, knownOrders);
        closes(cards);
    }

    private void account(Account account) {
        File file = sources.files().get(account.caseNumber());
        List<Order> orders = account.orders().stream()
                .map(sources.orders()::get)
                .filter(Objects::nonNull)
                .toList();
        Verdict verdict = verdict(account, file, orders);
        if (account.taken() == 0 && verdict == Verdict.MATCHED) {
            return;
        }
        if (verdict.exception() && account.at().plus(GRACE).isAfter(now)) {
            verdict = Verdict.PENDING;
        }
        line(account, file, orders, verdict);
    }

    private void line(Account account, @Nullable File file, List<Order> orders, Verdict verdict) {
        lines.add(new Line(
                sources.terminal(),
                sources.day(),
                account.caseNumber(),
                account.way(),
                account.at(),
                account.kept(),
                account.kept(),
                String.join(" ", account.receipts().stream().sorted().toList()),
                file == null ? "" : office(file),
                String.join(" ", orders.stream().map(each -> each.state()).toList()),
                verdict,
                account.remark()));
    }

    private static String office(File file) {
        return file.paid() ? file.state() + " " + file.receipt() : file.state();
    }

    private static Verdict verdict(Account account, @Nullable File file, List<Order> orders) {
        if (account.unsure()) {
            return Verdict.UNSURE;
        }
        if (account.kept() < 0) {
            return Verdict.TOO_MUCH_BACK;
        }
        long atOffice =
                orders.stream().filter(Order::paid).mapToLong(Order::fen).sum();
        if (!account.way().equals(Kinds.CARD) && atOffice != account.kept()) {
            return Verdict.ORDER_DIFFERS;
        }
        return account.kept() == 0 ? nothing(account, file) : kept(account, file);
    }

    private static Verdict nothing(Account account, @Nullable File file) {
        if (file != null && file.paid() && !file.state().equals(WITHDRAWN)) {
            return account.taken() > 0 ? Verdict.BACK_CONFIRMED : Verdict.NOT_CHARGED;
        }
        return account.taken() > 0 ? Verdict.GIVEN_BACK : Verdict.MATCHED;
    }

    private static Verdict kept(Account account, @Nullable File file) {
        if (file == null) {
            return Verdict.NO_CASE;
        }
        if (file.state().equals(WITHDRAWN)) {
            return Verdict.KEPT_WITHDRAWN;
        }
        if (!file.paid()) {
            return Verdict.NOT_CONFIRMED;
        }
        if (file.fee() != account.kept()) {
            return Verdict.OTHER_AMOUNT;
        }
        return account.receipts().contains(file.receipt()) ? Verdict.MATCHED : Verdict.OTHER_RECEIPT;
    }

    /** What the offices have of this terminal and day that its journal does not know. */
    private void strangers(Set<String> cases, Set<String> orders) {
        for (File file : sources.files().values()) {
            if (file.paid() && !cases.contains(file.number()) && sources.within(file.made())) {
                lines.add(stranger(file.number(), "", file.made(), file.fee(), office(file), "", Verdict.NOT_CHARGED));
            }
        }
        for (Order order : sources.orders().values()) {
            if (order.paid() && !orders.contains(order.number()) && sources.within(order.begun())) {
                lines.add(stranger(
                        order.number(),
                        "code",
                        order.begun(),
                        order.fen(),
                        "",
                        order.state() + " " + Csv.yuan(order.fen()),
                        Verdict.ORDER_ALONE));
            }
        }
    }

    private Line stranger(String ref, String way, Instant at, long odd, String office, String order, Verdict verdict) {
        Verdict told = at.plus(GRACE).isAfter(now) ? Verdict.PENDING : verdict;
        return new Line(sources.terminal(), sources.day(), ref, way, at, 0, odd, "", office, order, told, "");
    }

    private void closes(boolean cards) {
        var outcomes = sources.closes().stream().filter(each -> !each.intent()).toList();
        for (Fact intent : sources.closes().stream().filter(Fact::intent).toList()) {
            Fact outcome = outcomes.stream()
                    .filter(each -> each.of().equals(intent.key()))
                    .findFirst()
                    .orElse(intent);
            lines.add(close(intent, outcome));
        }
        if (cards && outcomes.isEmpty() && sources.to().isBefore(now)) {
            lines.add(new Line(
                    sources.terminal(),
                    sources.day(),
                    Kinds.CARD,
                    Kinds.CARD,
                    sources.to().minusMillis(1),
                    0,
                    0,
                    "",
                    "",
                    "",
                    Verdict.PAD_OPEN,
                    ""));
        }
    }

    private Line close(Fact intent, Fact outcome) {
        Verdict verdict =
                switch (outcome.word("result")) {
                    case "matched" -> Verdict.MATCHED;
                    case "differs" -> Verdict.PAD_DIFFERS;
                    default -> Verdict.PAD_UNSURE;
                };
        boolean pad = outcome.open().containsKey("padFen");
        return new Line(
                sources.terminal(),
                sources.day(),
                intent.word("way") + "@" + intent.key(),
                intent.word("way"),
                intent.at(),
                outcome.fen("journalFen"),
                pad ? outcome.fen("padFen") - outcome.fen("journalFen") : 0,
                "",
                "",
                pad ? "PAD " + Csv.yuan(outcome.fen("padFen")) : "",
                verdict,
                outcome.word("explained"));
    }

    /** The back office's word for a case that is not pursued. */
    private static final String WITHDRAWN = "WITHDRAWN";
}
