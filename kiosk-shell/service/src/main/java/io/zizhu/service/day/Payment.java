package io.zizhu.service.day;

import io.zizhu.service.port.Journal.Kept;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case's payment, as the journal tells it. Pure.
 *
 * @param at of the last charge that was approved, or of the last that was tried
 * @param asked fen of that charge
 * @param taken fen approved
 * @param reversed fen taken back as if never charged: the pad's totals do not count them
 * @param refunded fen given back by a booking of their own
 * @param receipt of what was approved, {@code terminal/receipt/trace}; empty where nothing was
 * @param unsure nobody knows whether it was charged
 * @param unsureBack it was charged, and nobody knows whether it was given back
 * @param doubt the reason of a doubt that staff have not settled; empty where none is open
 */
record Payment(
        String caseNumber,
        Way way,
        Instant at,
        long asked,
        long taken,
        long reversed,
        long refunded,
        String receipt,
        boolean unsure,
        boolean unsureBack,
        String doubt) {
    /** What this terminal holds of it. */
    long kept() {
        return taken - reversed - refunded;
    }

    /** What the pad's totals should count of it. */
    long counted() {
        return taken - reversed;
    }

    /** The payments that these rows tell of, in their order. */
    static List<Payment> of(List<Kept> rows) {
        var tallies = new LinkedHashMap<String, Tally>();
        var cases = new HashMap<Long, String>();
        for (Kept row : rows) {
            String caseNumber = row.of().isPresent()
                    ? cases.getOrDefault(row.of().get(), "")
                    : row.open().getOrDefault("case", "");
            cases.put(row.seq(), caseNumber);
            if (!caseNumber.isEmpty()) {
                tallies.computeIfAbsent(caseNumber, Tally::new).add(row);
            }
        }
        var payments = new ArrayList<Payment>();
        for (Tally tally : tallies.values()) {
            if (!tally.charges.isEmpty()) {
                payments.add(tally.payment());
            }
        }
        return payments;
    }

    /** The rows of one case while they are gone through; on one thread. */
    private static final class Tally {
        private static final Set<Settlement> TAKEN = Set.of(Settlement.CHARGED, Settlement.GIVEN_BACK);

        private final String caseNumber;
        private final Map<Long, Kept> charges = new LinkedHashMap<>();
        private final Map<Long, Kept> approved = new LinkedHashMap<>();
        private final Map<Long, Kept> later = new HashMap<>();
        private final Map<Long, Kept> backs = new LinkedHashMap<>();
        private final Map<Long, String> doubts = new LinkedHashMap<>();
        private final Set<Long> open = new LinkedHashSet<>();
        private boolean unknown;
        private boolean unknownBack;
        private long reversed;
        private long refunded;
        private String receipt = "";

        Tally(String caseNumber) {
            this.caseNumber = caseNumber;
        }

        void add(Kept row) {
            switch (row.kind()) {
                case Kinds.CHARGE -> charge(row);
                case Kinds.CONFIRM -> confirm(row);
                case Kinds.REVERSE, Kinds.REFUND -> back(row);
                case Kinds.PENDING -> pending(row);
                case Kinds.DOUBT -> doubt(row);
                default -> {
                    // other rows of the case move no money
                }
            }
        }

        private void charge(Kept row) {
            if (row.of().isEmpty()) {
                charges.put(row.seq(), row);
                open.add(row.seq());
                return;
            }
            long intent = row.of().get();
            open.remove(intent);
            switch (word(row, "result")) {
                case "approved" -> approved(intent, charges.get(intent));
                case "unknown" -> unknown = true;
                default -> {
                    // declined, cancelled, failed: nothing was taken
                }
            }
        }

        private void approved(long intent, @Nullable Kept charge) {
            if (charge != null) {
                approved.put(intent, charge);
                unknown = false;
            }
        }

        /** Written before the charge's outcome: whoever reads it without one knows that the money was taken. */
        private void confirm(Kept row) {
            if (row.of().isEmpty()) {
                receipt = word(row, "terminal") + "/" + word(row, "receipt") + "/" + word(row, "trace");
                List<Long> waiting = List.copyOf(open);
                if (approved.isEmpty() && !waiting.isEmpty()) {
                    open.remove(waiting.getLast());
                    approved(waiting.getLast(), charges.get(waiting.getLast()));
                }
            }
        }

        private void back(Kept row) {
            if (row.of().isEmpty()) {
                backs.put(row.seq(), row);
                return;
            }
            Kept intent = backs.remove(row.of().get());
            if (intent == null) {
                return;
            }
            switch (word(row, "result")) {
                case "done" -> {
                    unknownBack = false;
                    if (row.kind().equals(Kinds.REFUND)) {
                        refunded += fen(intent);
                    } else {
                        reversed += fen(intent);
                    }
                }
                case "in doubt" -> unknownBack = true;
                default -> {
                    // refused: a refund follows, or a doubt
                }
            }
        }

        /** The charge or the reversal of before, found out later. */
        private void pending(Kept row) {
            if (row.of().isEmpty()) {
                (word(row, "act").equals(Kinds.REVERSE) ? backs : later).put(row.seq(), row);
                return;
            }
            Kept intent = later.remove(row.of().get());
            String of = intent == null ? "" : word(intent, "of");
            if (intent != null && word(row, "result").equals("approved") && of.matches("\\d{1,18}")) {
                approved(Long.parseLong(of), charges.getOrDefault(Long.parseLong(of), intent));
            }
            back(row);
        }

        private void doubt(Kept row) {
            if (row.of().isEmpty()) {
                if (word(row, "kind").equals("payment")) {
                    doubts.put(row.seq(), word(row, "reason"));
                    if (charges.isEmpty() && fen(row) > 0) {
                        charges.put(row.seq(), row); // the journal that held the charge was set aside
                        unknown = true;
                    }
                }
            } else if (doubts.remove(row.of().get()) != null) {
                settled(Settlement.named(word(row, Settlement.FACT)));
            }
        }

        /** Whatever was found out, nobody is unsure any more. */
        private void settled(Optional<Settlement> settlement) {
            boolean back = unknownBack || !backs.isEmpty();
            if (settlement.filter(TAKEN::contains).isPresent() && approved.isEmpty() && !charges.isEmpty()) {
                Map.Entry<Long, Kept> last = List.copyOf(charges.entrySet()).getLast();
                approved(last.getKey(), last.getValue());
            }
            if (settlement.equals(Optional.of(Settlement.GIVEN_BACK)) && back) {
                reversed = taken() - refunded;
            } else if (settlement.equals(Optional.of(Settlement.GIVEN_BACK))) {
                refunded = taken() - reversed;
            }
            unknown = false;
            unknownBack = false;
            open.clear();
            backs.clear();
        }

        private long taken() {
            return approved.values().stream().mapToLong(Tally::fen).sum();
        }

        Payment payment() {
            Kept last = List.copyOf((approved.isEmpty() ? charges : approved).values())
                    .getLast();
            return new Payment(
                    caseNumber,
                    Way.of(word(last, "way")),
                    last.at(),
                    fen(last),
                    taken(),
                    reversed,
                    refunded,
                    receipt,
                    unknown || !open.isEmpty(),
                    unknownBack || !backs.isEmpty(),
                    String.join("; ", doubts.values()));
        }

        private static String word(Kept row, String name) {
            return row.open().getOrDefault(name, "");
        }

        private static long fen(Kept row) {
            String text = word(row, "amount");
            return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
        }
    }
}
