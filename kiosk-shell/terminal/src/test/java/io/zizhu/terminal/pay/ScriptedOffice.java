package io.zizhu.terminal.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.scan.Content;
import io.zizhu.service.port.PayOffice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A payment office with a ledger and a payer, without a line: a code that was shown waits for the payer, and so does a
 * payer's own code. Acts as a pay pad's rig does.
 */
final class ScriptedOffice implements PayOffice {
    private static final Duration DOWN = Duration.ofMillis(500);

    private enum State {
        WAITING,
        PAYING,
        PAID,
        DECLINED,
        CLOSED,
        REFUNDED,
        /** The office has lost its own book. */
        WIPED
    }

    private static final class Bill {
        final long fen;
        State state;

        Bill(long fen, State state) {
            this.fen = fen;
            this.state = state;
        }
    }

    private final Map<String, Bill> bills = new HashMap<>();
    private final List<String> payers = new ArrayList<>();
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();
    private Optional<String> losing = Optional.empty();
    private String newest = "";
    private int approvals;
    private volatile long downUntil = System.nanoTime();

    synchronized boolean waiting() {
        return bills.values().stream().anyMatch(bill -> bill.state == State.WAITING || bill.state == State.PAYING);
    }

    synchronized long taken() {
        return bills.values().stream()
                .filter(bill -> bill.state == State.PAID || bill.state == State.WIPED)
                .mapToLong(bill -> bill.fen)
                .sum();
    }

    synchronized int approvals() {
        return approvals;
    }

    /** What payers' codes said, in order. */
    synchronized List<String> payers() {
        return List.copyOf(payers);
    }

    synchronized int orders() {
        return bills.size();
    }

    void act(String act, Map<String, String> with) {
        switch (act) {
            case "tap" -> tap();
            case "decline" -> payer(State.DECLINED);
            case "cancel" -> payer(State.CLOSED);
            case "lose" -> lose(with.getOrDefault("then", "keep"));
            case "clear", "replug" -> troubles.clear();
            default -> {
                if (with.getOrDefault("on", "true").equals("true")) {
                    troubles.add(act);
                } else {
                    troubles.remove(act);
                }
            }
        }
    }

    private synchronized void lose(String then) {
        losing = Optional.of(then);
    }

    private synchronized void payer(State to) {
        bills.values().stream()
                .filter(bill -> bill.state == State.WAITING || bill.state == State.PAYING)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing waits for a payer"))
                .state = to;
    }

    private synchronized void tap() {
        payer(State.PAID);
        approvals++;
        if (losing.isEmpty()) {
            return;
        }
        switch (losing.get()) {
            case "void" -> last().state = State.REFUNDED;
            case "forget" -> bills.remove(newest);
            case "wiped" -> last().state = State.WIPED;
            default -> {}
        }
        losing = Optional.empty();
        downUntil = System.nanoTime() + DOWN.toNanos();
    }

    private Bill last() {
        return bills.get(newest);
    }

    @Override
    public boolean there() {
        return !troubles.contains("unplug") && System.nanoTime() > downUntil;
    }

    @Override
    public Order ready(Duration patience) {
        return through(patience, Order.None::new);
    }

    @Override
    public Order show(String number, Amount amount, Duration patience) {
        return through(patience, () -> begun(number, amount, State.WAITING));
    }

    @Override
    public Order scan(String number, Amount amount, Content payer, Duration patience) {
        String code = payer.text();
        return through(patience, () -> {
            payers.add(code);
            return begun(number, amount, State.PAYING);
        });
    }

    private Order begun(String number, Amount amount, State state) {
        newest = number;
        bills.computeIfAbsent(number, _ -> new Bill(amount.minor(), state));
        return stands(number);
    }

    @Override
    public Order query(String number, Duration patience) {
        return through(patience, () -> stands(number));
    }

    @Override
    public Order close(String number, Duration patience) {
        return through(patience, () -> {
            Bill bill = bills.computeIfAbsent(number, _ -> new Bill(0, State.CLOSED));
            if (bill.state == State.WAITING || bill.state == State.PAYING) {
                bill.state = State.CLOSED;
            }
            return stands(number);
        });
    }

    @Override
    public Order refund(String number, Amount amount, Duration patience) {
        return through(patience, () -> {
            Bill bill = bills.get(number);
            if (bill == null || (bill.state != State.PAID && bill.state != State.REFUNDED)) {
                return new Order.Refused("notPaid");
            }
            bill.state = State.REFUNDED;
            return stands(number);
        });
    }

    private Order stands(String number) {
        Bill bill = bills.get(number);
        if (bill == null) {
            return new Order.None();
        }
        return switch (bill.state) {
            case WAITING -> new Order.Waiting("https://pay.example/" + number, Duration.ofMinutes(2));
            case PAYING -> new Order.Paying();
            case PAID -> new Order.Paid(bill.fen, "TR-" + number);
            case DECLINED -> new Order.Declined("declinedByPayer");
            case CLOSED -> new Order.Closed();
            case REFUNDED -> new Order.Refunded();
            case WIPED -> new Order.Refused("noBook");
        };
    }

    /** The way there and back, with whatever is wrong on it: noise spoils the answer, the question arrives. */
    private Order through(Duration patience, Supplier<Order> question) {
        if (!there()) {
            return away(Fault.Kind.LOST, "the line is down");
        }
        if (troubles.contains("silence") || troubles.contains("hang")) {
            wait(patience);
            return away(Fault.Kind.SILENT, "no answer");
        }
        if (troubles.contains("slow")) {
            wait(Duration.ofMillis(60));
        }
        synchronized (this) {
            Order answer = question.get();
            return troubles.contains("noise") ? away(Fault.Kind.GARBLED, "no answer to this question") : answer;
        }
    }

    private static Order away(Fault.Kind kind, String why) {
        return new Order.Away(new Fault(kind, why));
    }

    private static void wait(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(5_000_000L);
        }
    }
}
