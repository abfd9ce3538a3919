package io.zizhu.central.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The payments of one case, as the journal tells them; also what is known only by a doubt, because the journal that held
 * the charge was set aside. Pure.
 *
 * @param at of the last charge that was approved, or of the last that was tried, or of the doubt
 * @param taken fen approved
 * @param back fen given back
 * @param receipts of what was approved, {@code terminal/receipt/trace}
 * @param orders numbers of the orders that were tried, where it was a payment by code
 * @param unsure a charge without outcome, or a doubt that nobody has settled
 * @param remark what a person decided about a doubt; empty where there was none
 */
record Account(
        String caseNumber,
        String way,
        Instant at,
        long taken,
        long back,
        Set<String> receipts,
        Set<String> orders,
        boolean unsure,
        String remark) {
    Account {
        receipts = Set.copyOf(receipts);
        orders = Set.copyOf(orders);
    }

    /** What the terminal holds of this case's money. */
    long kept() {
        return taken - back;
    }

    /** The accounts of every case that these rows charge or doubt, in their order. */
    static List<Account> of(List<Fact> facts) {
        var tallies = new LinkedHashMap<String, Tally>();
        var cases = new HashMap<String, String>();
        for (Fact fact : facts) {
            String caseNumber = fact.of().isEmpty() ? fact.word("case") : cases.getOrDefault(fact.of(), "");
            cases.put(fact.key(), caseNumber);
            if (!caseNumber.isEmpty()) {
                tallies.computeIfAbsent(caseNumber, Tally::new).add(fact);
            }
        }
        var accounts = new ArrayList<Account>();
        for (Tally tally : tallies.values()) {
            if (!tally.charges.isEmpty() || !tally.doubts.isEmpty()) {
                accounts.add(tally.account());
            }
        }
        return accounts;
    }

    /** The rows of one case while they are gone through; on one thread. */
    private static final class Tally {
        private final String caseNumber;
        private final Map<String, Fact> charges = new LinkedHashMap<>();
        private final Map<String, Fact> approved = new LinkedHashMap<>();
        private final Map<String, Fact> backs = new HashMap<>();
        private final Map<String, Fact> later = new HashMap<>();
        private final Set<String> open = new LinkedHashSet<>();
        private final Map<String, Fact> doubts = new LinkedHashMap<>();
        private final Set<String> receipts = new LinkedHashSet<>();
        private boolean unknown;
        private boolean told;
        private long back;
        private String remark = "";

        Tally(String caseNumber) {
            this.caseNumber = caseNumber;
        }

        void add(Fact fact) {
            switch (fact.kind()) {
                case Kinds.CHARGE -> charge(fact);
                case Kinds.CONFIRM -> confirm(fact);
                case Kinds.REVERSE, Kinds.REFUND -> back(fact);
                case Kinds.PENDING -> pending(fact);
                case Kinds.DOUBT -> doubt(fact);
                default -> {
                    // other rows of the case move no money
                }
            }
        }

        private void charge(Fact fact) {
            if (fact.intent()) {
                charges.put(fact.key(), fact);
                open.add(fact.key());
                return;
            }
            Fact intent = charges.get(fact.of());
            open.remove(fact.of());
            switch (fact.word("result")) {
                case "approved" -> {
                    if (intent != null) {
                        approved.put(fact.of(), intent);
                    }
                }
                case "unknown" -> unknown = true;
                default -> {
                    // declined, cancelled, failed: nothing was taken
                }
            }
        }

        /** Written before the charge's outcome: whoever reads it without one knows that the money was taken. */
        private void confirm(Fact fact) {
            if (fact.intent()) {
                told = true;
                receipts.add(fact.word("terminal") + "/" + fact.word("receipt") + "/" + fact.word("trace"));
                if (approved.isEmpty() && !open.isEmpty()) {
                    String charge = List.copyOf(open).getLast();
                    open.remove(charge);
                    approved.put(charge, charges.get(charge));
                }
            }
        }

        private void back(Fact fact) {
            if (fact.intent()) {
                backs.put(fact.key(), fact);
            } else if (fact.word("result").equals("done") && backs.containsKey(fact.of())) {
                back += backs.remove(fact.of()).fen("amount");
            }
        }

        /** The charge or the reversal of before, found out later. */
        private void pending(Fact fact) {
            if (fact.intent()) {
                (fact.word("act").equals(Kinds.REVERSE) ? backs : later).put(fact.key(), fact);
                return;
            }
            Fact intent = later.remove(fact.of());
            if (intent != null && fact.word("result").equals("approved")) {
                String charge = fact.key().substring(0, fact.key().indexOf('/') + 1) + intent.word("of");
                approved.put(charge, charges.getOrDefault(charge, intent));
            }
            back(fact);
        }

        private void doubt(Fact fact) {
            if (fact.intent()) {
                if (Kinds.DOUBTS.contains(fact.word("kind"))) {
                    doubts.put(fact.key(), fact);
                }
                return;
            }
            Fact known = doubts.remove(fact.of());
            if (known != null) {
                if (charges.isEmpty() && !known.word("amount").isEmpty()) {
                    charges.put(known.key(), known); // the journal that held the charge was set aside
                }
                remark = fact.word("result");
                settled(fact);
            }
        }

        /** Whatever staff found out, nobody is unsure any more. */
        private void settled(Fact fact) {
            String found = fact.word("settlement");
            if (Set.of("charged", "given-back").contains(found) && approved.isEmpty() && !charges.isEmpty()) {
                Map.Entry<String, Fact> last = List.copyOf(charges.entrySet()).getLast();
                approved.put(last.getKey(), last.getValue());
            }
            if (found.equals("charged")) {
                receipts.add("staff/" + fact.word("badge") + "/" + fact.word("second"));
            } else if (found.equals("given-back")) {
                back = taken();
            }
            unknown = false;
            open.clear();
        }

        private long taken() {
            return approved.values().stream()
                    .mapToLong(each -> each.fen("amount"))
                    .sum();
        }

        Account account() {
            Map<String, Fact> tried = charges.isEmpty() ? doubts : charges;
            Fact last = List.copyOf((approved.isEmpty() ? tried : approved).values())
                    .getLast();
            Set<String> orders = new LinkedHashSet<>();
            charges.values().stream()
                    .filter(each -> !each.word("way").equals(Kinds.CARD))
                    .forEach(each -> orders.add(each.word("receipt")));
            boolean unsure = !doubts.isEmpty() || !open.isEmpty() || (unknown && !told);
            return new Account(
                    caseNumber, last.word("way"), last.at(), taken(), back, receipts, orders, unsure, remark);
        }
    }
}
