package io.zizhu.service.day;

import io.zizhu.device.pay.DayEnd;
import io.zizhu.service.day.DayReport.Sum;
import io.zizhu.service.day.OfficeBooks.OfficeDay;
import io.zizhu.service.day.OfficeBooks.Paid;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays journal, pad and back office side by side. Pure. */
final class Comparison {
    private final List<Payment> payments;
    private final List<Difference> differences = new ArrayList<>();
    private final List<DayReport.Line> lines = new ArrayList<>();

    private Comparison(List<Payment> payments) {
        this.payments = payments;
    }

    /**
     * What is compared.
     *
     * @param from since when the pad counts: its last closing
     * @param unsure an earlier closing since then that ended without an answer; the pad may count from there
     * @param payments everything charged since {@code from}
     */
    record Sides(
            Instant from, Instant to, Optional<Instant> unsure, List<Payment> payments, DayEnd pad, OfficeDay office) {}

    static DayReport of(Sides sides) {
        var comparison = new Comparison(sides.payments());
        Sum journal = comparison.counted(sides.from());
        Sum pad = new Sum(0, 0);
        Instant from = sides.from();
        boolean closed = false;
        switch (sides.pad()) {
            case DayEnd.Closed(var totals) -> {
                closed = true;
                pad = sum(totals);
                Optional<Instant> since = sides.unsure();
                if (!pad.equals(journal)
                        && since.isPresent()
                        && comparison.counted(since.get()).equals(pad)) {
                    from = since.get();
                    journal = pad;
                    comparison.differences.add(
                            new Difference.ClosedBefore(since.get().toString()));
                }
                comparison.totals(pad, journal);
            }
            case DayEnd.Refused(var code) -> comparison.differences.add(new Difference.PadOpen(code));
            case DayEnd.Failed(var fault) -> comparison.differences.add(new Difference.PadOpen(fault.toString()));
            case DayEnd.Unknown(var fault) -> comparison.differences.add(new Difference.PadUnknown(fault.toString()));
        }
        comparison.doubts();
        Optional<Sum> office = comparison.office(sides.office(), sides.from());
        comparison.lines.sort(Comparator.comparing(DayReport.Line::at));
        return new DayReport(from, sides.to(), pad, journal, office, closed, comparison.lines, comparison.differences);
    }

    /** What the pad should have counted since then. */
    private Sum counted(Instant since) {
        List<Payment> cards = payments.stream()
                .filter(each -> each.way() == Way.CARD && !each.at().isBefore(since) && each.counted() > 0)
                .toList();
        return new Sum(cards.size(), cards.stream().mapToLong(Payment::counted).sum());
    }

    private static Sum sum(List<DayEnd.Total> totals) {
        return new Sum(
                totals.stream().mapToInt(DayEnd.Total::count).sum(),
                totals.stream().mapToLong(DayEnd.Total::minor).sum());
    }

    private void totals(Sum pad, Sum journal) {
        if (pad.equals(journal)) {
            return;
        }
        long fen = pad.fen() - journal.fen();
        int count = pad.payments() - journal.payments();
        List<Payment> cards =
                payments.stream().filter(each -> each.way() == Way.CARD).toList();
        List<Payment> charged = cards.stream().filter(Payment::unsure).toList();
        List<Payment> back = cards.stream().filter(Payment::unsureBack).toList();
        if (fen > 0 && explains(charged, fen, count)) {
            charged.forEach(each -> differences.add(new Difference.DoubtCharged(each.caseNumber(), each.asked())));
        } else if (fen > 0 && only(charged, fen, count).isPresent()) {
            differences.add(
                    new Difference.DoubtCharged(only(charged, fen, count).get().caseNumber(), fen));
        } else if (fen < 0 && only(back, -fen, -count).isPresent()) {
            differences.add(
                    new Difference.DoubtGivenBack(only(back, -fen, -count).get().caseNumber(), -fen));
        } else {
            differences.add(new Difference.PadDiffers(fen, count));
        }
    }

    private static boolean explains(List<Payment> doubtful, long fen, int count) {
        return !doubtful.isEmpty()
                && doubtful.size() == count
                && doubtful.stream().mapToLong(Payment::asked).sum() == fen;
    }

    /** The one doubtful payment of this amount; where two fit, neither is named. */
    private static Optional<Payment> only(List<Payment> doubtful, long fen, int count) {
        List<Payment> fitting =
                doubtful.stream().filter(each -> each.asked() == fen).toList();
        return count == 1 && fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private void doubts() {
        for (Payment payment : payments) {
            if (!payment.doubt().isEmpty() || payment.unsure() || payment.unsureBack()) {
                differences.add(new Difference.DoubtOpen(payment.caseNumber(), payment.asked(), payment.doubt()));
            }
        }
    }

    /** @return what the back office has of the cards' payments */
    private Optional<Sum> office(OfficeDay office, Instant since) {
        return switch (office) {
            case OfficeDay.Away(var why) -> {
                payments.forEach(each -> line(each, Optional.empty()));
                differences.add(new Difference.OfficeAway(why));
                yield Optional.empty();
            }
            case OfficeDay.Known(var paid) -> Optional.of(known(paid, since));
        };
    }

    private Sum known(List<Paid> paid, Instant since) {
        var files = paid.stream().collect(Collectors.toMap(Paid::caseNumber, each -> each, (a, b) -> b));
        var sum = new ArrayList<Paid>();
        for (Payment payment : payments) {
            Optional<Paid> file = Optional.ofNullable(files.remove(payment.caseNumber()));
            line(payment, file);
            if (payment.way() == Way.CARD) {
                file.filter(Paid::paid).ifPresent(sum::add);
            }
            if (!payment.unsure() && !payment.unsureBack() && payment.doubt().isEmpty()) {
                file(payment, file);
            }
        }
        for (Paid file : paid) {
            if (file.paid()
                    && files.containsKey(file.caseNumber())
                    && !file.made().isBefore(since)) {
                sum.add(file);
                lines.add(new DayReport.Line(
                        file.made(), file.caseNumber(), Optional.empty(), file.receipt(), 0, file.fen()));
                differences.add(new Difference.NotCharged(file.caseNumber(), file.fen(), file.receipt()));
            }
        }
        return new Sum(sum.size(), sum.stream().mapToLong(Paid::fen).sum());
    }

    /** A charge that came to nothing, and that nobody is unsure of, is no line. */
    private void line(Payment payment, Optional<Paid> file) {
        long office = file.filter(Paid::paid).map(Paid::fen).orElse(0L);
        if (payment.taken() != 0 || office != 0 || payment.unsure()) {
            lines.add(new DayReport.Line(
                    payment.at(),
                    payment.caseNumber(),
                    Optional.of(payment.way()),
                    payment.receipt(),
                    payment.kept(),
                    office));
        }
    }

    private void file(Payment payment, Optional<Paid> file) {
        String number = payment.caseNumber();
        boolean paid = file.filter(Paid::paid).isPresent();
        if (payment.kept() == 0) {
            file.filter(Paid::paid)
                    .ifPresent(each -> differences.add(new Difference.NotCharged(number, each.fen(), each.receipt())));
        } else if (file.filter(Paid::withdrawn).isPresent()) {
            differences.add(new Difference.KeptWithdrawn(number, payment.kept(), payment.receipt()));
        } else if (!paid) {
            differences.add(new Difference.NotConfirmed(number, payment.kept(), payment.receipt()));
        } else if (file.get().fen() != payment.kept()) {
            differences.add(new Difference.OtherAmount(
                    number, payment.kept(), file.get().fen()));
        }
    }
}
