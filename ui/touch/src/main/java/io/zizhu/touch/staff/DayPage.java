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
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.DayTexts;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Closes the pad's day, then shows both sums and every difference with what to do about it. */
final class DayPage implements Page {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());

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
        closed.ifPresent(report -> page.add(sums(say, report), differences(say, report)));
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
        return new Div(
                new H2(WHEN.format(report.from()) + " – " + WHEN.format(report.to())),
                Tables.of(say, List.of(Words.NONE, DayTexts.PAYMENTS, DayTexts.AMOUNT), rows));
    }

    private static NativeTableRow row(Controls say, Words name, DayReport.Sum sum) {
        return Tables.row(
                new Span(say.say(name)),
                new Span(String.valueOf(sum.payments())),
                new Span(BigDecimal.valueOf(sum.fen(), 2).toPlainString()));
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
