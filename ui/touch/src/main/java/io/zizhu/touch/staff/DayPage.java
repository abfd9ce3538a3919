package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.day.DayReport;
import io.zizhu.service.day.Difference;
import io.zizhu.service.port.Way;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.DayTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Closes the pad's day, then shows both sums and every difference with what to do about it. */
final class DayPage implements Page {
    private final Upkeep upkeep;
    private final Supplier<String> key;
    private final StaffView view;
    /** Written where the pad is waited for, read where the page is drawn. */
    private volatile Optional<DayReport> closed = Optional.empty();

    DayPage(Upkeep upkeep, Supplier<String> key, StaffView view) {
        this.upkeep = upkeep;
        this.key = key;
        this.view = view;
    }

    @Override
    public String scene() {
        return "staff-day";
    }

    @Override
    public Words title() {
        return DayTexts.DAY;
    }

    @Override
    public Component draw(Controls say) {
        Div page = new Div();
        closed.ifPresent(report -> {
            page.add(sums(say, report), differences(say, report));
            if (!report.lines().isEmpty()) {
                page.add(lines(say, report));
            }
        });
        page.add(say.text(DayTexts.WHAT), say.main("close-day", DayTexts.CLOSE, this::close));
        return page;
    }

    private void close() {
        String entered = key.get();
        view.waited(() -> switch (upkeep.closeDay(entered)) {
            case Upkeep.DayEnded.Closed(var report) -> {
                closed = Optional.of(report);
                yield report.matched() ? DayTexts.MATCHED : DayTexts.LOOK;
            }
            case Upkeep.DayEnded.Busy() -> DayTexts.BUSY;
            case Upkeep.DayEnded.NoSupervisor() -> DayTexts.NO_SUPERVISOR;
        });
    }

    private static Div sums(Controls say, DayReport report) {
        NativeTableBody rows = new NativeTableBody();
        rows.add(row(say, DayTexts.JOURNAL, report.journal()));
        if (report.padClosed()) {
            rows.add(row(say, DayTexts.PAD, report.pad()));
        }
        report.office().ifPresent(office -> rows.add(row(say, DayTexts.OFFICE, office)));
        return new Div(
                new H2(Tables.WHEN.format(report.from()) + " – " + Tables.WHEN.format(report.to())),
                Tables.of(say, List.of(Words.NONE, DayTexts.PAYMENTS, DayTexts.AMOUNT), rows));
    }

    private static NativeTableRow row(Controls say, Words name, DayReport.Sum sum) {
        return Tables.row(new Span(say.say(name)), new Span(String.valueOf(sum.payments())), new Span(yuan(sum.fen())));
    }

    private static Div lines(Controls say, DayReport report) {
        NativeTableBody rows = new NativeTableBody();
        for (DayReport.Line line : report.lines()) {
            NativeTableRow row = Tables.row(
                    say.span("when", Tables.WHEN.format(line.at())),
                    new Div(new Span(line.caseNumber()), say.span("detail", line.receipt())),
                    say.span("short", line.way().map(way -> say.say(way(way))).orElse("–")),
                    new Span(yuan(line.journal())),
                    new Span(yuan(line.office())));
            if (line.journal() != line.office()) {
                row.addClassName("ill");
            }
            row.getElement().setAttribute("data-case", line.caseNumber());
            rows.add(row);
        }
        return new Div(
                new H2(say.say(DayTexts.LINES)),
                Tables.of(
                        say,
                        List.of(DayTexts.TIME, DayTexts.CASE, DayTexts.WAY, DayTexts.AT_JOURNAL, DayTexts.AT_OFFICE),
                        rows));
    }

    private static Words way(Way way) {
        return way == Way.CARD ? DayTexts.BY_CARD : DayTexts.BY_CODE;
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static Div differences(Controls say, DayReport report) {
        Div all = new Div(new H2(say.say(DayTexts.DIFFERENCES)));
        if (report.differences().isEmpty()) {
            all.add(say.text(DayTexts.NONE));
        }
        for (Difference each : report.differences()) {
            Div line = say.box("event", new Span(say.say(each.words())));
            line.getElement().setAttribute("data-difference", each.getClass().getSimpleName());
            all.add(line);
        }
        return all;
    }
}
