package io.zizhu.service.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.visit.ModelPad.Booking;
import io.zizhu.service.visit.ModelPad.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of the pad's ledger, the centre's cases and the journal, whatever happened in whatever order. */
final class MoneyOracle {
    private static final Set<String> ONCE = Set.of(Kinds.DOUBT, Kinds.INQUIRY, Kinds.PENDING, Kinds.WITHDRAW);

    private final FakeJournal journal;
    private final ModelPad pad;
    private final ModelCentre centre;
    private final Set<String> settled = new HashSet<>();

    MoneyOracle(FakeJournal journal, ModelPad pad, ModelCentre centre) {
        this.journal = journal;
        this.pad = pad;
        this.centre = centre;
    }

    /** Staff have decided about the case. */
    void settled(String caseNumber) {
        settled.add(caseNumber);
    }

    List<Booking> standing(String caseNumber) {
        return pad.ledger.stream()
                .filter(booking -> booking.caseNumber.equals(caseNumber) && booking.state == State.STANDS)
                .toList();
    }

    /** Σ approved − Σ given back = Σ fees of cases paid or being told + Σ open doubts, case by case; true at any time. */
    void sumsAreRight() {
        for (String caseNumber : centre.cases.keySet()) {
            List<Booking> stands = standing(caseNumber);
            List<Receipt> paid = paidBy(caseNumber);
            boolean doubt = open(Kinds.DOUBT, caseNumber);
            assertTrue(stands.size() <= 1, caseNumber + " was charged twice");
            assertTrue(
                    stands.isEmpty() || !paid.isEmpty() || doubt,
                    caseNumber + " was charged for nothing and nobody knows");
            assertTrue(paid.isEmpty() || !stands.isEmpty(), caseNumber + " is paid without money");
            for (Receipt receipt : paid) {
                assertEquals(stands.getFirst().receipt, receipt, caseNumber + " is paid by what is not its own");
            }
        }
        assertEquals(
                List.of(),
                pad.ledger.stream()
                        .filter(booking -> booking.caseNumber.isEmpty() && booking.state != State.STANDS)
                        .map(booking -> booking.receipt)
                        .toList(),
                "somebody else's payment was given back");
    }

    /** By which receipts the centre knows it to be paid, or is about to be told so. */
    private List<Receipt> paidBy(String caseNumber) {
        Set<Receipt> paid = new HashSet<>();
        if (centre.cases.get(caseNumber) == ModelCentre.State.PAID) {
            paid.add(centre.receipts.get(caseNumber));
        }
        journal.open().stream()
                .map(Journal.Open::entry)
                .filter(entry -> entry.kind().equals(Kinds.CONFIRM)
                        && caseNumber.equals(entry.open().get("case")))
                .forEach(entry -> paid.add(Money.receipt(entry.open())));
        return List.copyOf(paid);
    }

    private boolean open(String kind, String caseNumber) {
        return journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry -> entry.kind().equals(kind)
                        && caseNumber.equals(entry.open().get("case"))
                        && (!kind.equals(Kinds.DOUBT)
                                || !entry.open().getOrDefault("reason", "").isBlank()));
    }

    /** True when everything is back and everything was asked: nothing waits but a person's decisions. */
    void nothingIsForgotten() {
        for (Map.Entry<String, ModelCentre.State> matter : centre.cases.entrySet()) {
            String caseNumber = matter.getKey();
            boolean doubt = open(Kinds.DOUBT, caseNumber) || settled.contains(caseNumber);
            assertTrue(matter.getValue() != ModelCentre.State.ACCEPTED || doubt, caseNumber + " was forgotten");
            boolean back = pad.ledger.stream()
                    .anyMatch(booking -> booking.caseNumber.equals(caseNumber)
                            && (booking.state == State.REVERSED || booking.state == State.REFUNDED));
            boolean told = centre.givenBack.contains(caseNumber);
            assertTrue(back || !told, caseNumber + " is said to be given back");
            assertTrue(told || !back || doubt, caseNumber + " was given back and the centre does not know");
        }
        journal.open().forEach(row -> assertEquals(Kinds.DOUBT, row.entry().kind(), "left open: " + row.entry()));
    }

    /** What the rows say of the past is true: nobody is said to have decided who has not, and nothing is put off twice. */
    void theJournalIsTrue() {
        Set<String> putOff = new HashSet<>();
        for (Journal.Kept row : journal.rows(Instant.EPOCH, Instant.MAX)) {
            Map<String, String> said = row.open();
            String caseNumber = said.getOrDefault("case", "");
            if (row.of().isPresent()) {
                assertTrue(
                        !"decided by staff".equals(said.get("result"))
                                || settled.contains(asked(row.of().get())),
                        "row " + row.seq() + " says that staff decided");
            } else if (row.kind().equals(Kinds.PENDING)) {
                assertTrue(putOff.add(caseNumber + " " + said.get("act")), caseNumber + " was put off twice");
            } else if (row.kind().equals(Kinds.DOUBT) && Doubts.PAYMENT.equals(said.get("kind"))) {
                assertTrue(centre.inquiries.contains(caseNumber), caseNumber + " is in doubt and its citizen not told");
            }
        }
    }

    /** A word to the centre, a doubt and a question that is put off stand once for a case until they are answered. */
    void nothingIsOpenTwice() {
        Map<Long, String> open = new HashMap<>();
        for (Journal.Kept row : journal.rows(Instant.EPOCH, Instant.MAX)) {
            if (row.of().isPresent()) {
                open.remove(row.of().get());
            } else if (ONCE.contains(row.kind())) {
                Map<String, String> said = row.open();
                String what = row.kind() + " " + said.get("kind") + " " + said.get("case") + " " + said.get("key");
                assertFalse(open.containsValue(what), what + " is open twice");
                open.put(row.seq(), what);
            }
        }
    }

    private String asked(long intent) {
        return journal.rows(Instant.ofEpochSecond(intent), Instant.ofEpochSecond(intent + 1)).stream()
                .map(Journal.Kept::open)
                .map(Money::caseNumber)
                .findFirst()
                .orElse("");
    }
}
