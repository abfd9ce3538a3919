package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.stock.Balance;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Tally;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.service.words.Events;
import io.zizhu.service.words.Stocks;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.List;
import java.util.function.Supplier;

/** What the shift did, before it is handed over: the same as stands on the printed sheet. */
record HandOverPage(Upkeep upkeep, Supplier<String> key, StaffView view) implements Page {
    private static final int MOST_EVENTS = 30;

    @Override
    public String scene() {
        return "staff-hand-over";
    }

    @Override
    public Words title() {
        return StaffTexts.HAND_OVER;
    }

    @Override
    public Component draw(Controls say) {
        HandOver shift = upkeep.shift(key.get());
        var acts = say.box(
                "row",
                say.main("hand-over-print", StaffTexts.HAND_OVER_PRINT, () -> end(true)),
                say.button("hand-over", StaffTexts.HAND_OVER_ONLY, () -> end(false)));
        return new Div(balance(say, shift), doubts(say), events(say, shift), acts);
    }

    private void end(boolean printed) {
        String entered = key.get();
        view.waited(() -> upkeep.handOver(entered, printed));
    }

    private static Div balance(Controls say, HandOver shift) {
        NativeTableBody rows = new NativeTableBody();
        for (Balance balance : shift.balances()) {
            Tally tally = balance.tally();
            rows.add(Tables.row(
                    new Span(say.say(Stocks.name(balance.supply()))),
                    amount(balance, balance.opening()),
                    amount(balance, tally.loaded()),
                    amount(balance, tally.used()),
                    amount(balance, tally.spoiled()),
                    amount(balance, tally.retained()),
                    amount(balance, tally.found() + tally.unbooked()),
                    new Span(Long.toString(tally.doubtful())),
                    amount(balance, balance.left())));
        }
        return new Div(
                new H2(say.say(StaffTexts.BALANCE) + " " + Tables.WHEN.format(shift.began()) + " – "
                        + Tables.WHEN.format(shift.ended())),
                Tables.of(
                        say,
                        List.of(
                                StaffTexts.SUPPLIES,
                                StaffTexts.OPENING,
                                StaffTexts.PUT_IN,
                                StaffTexts.USED,
                                StaffTexts.LOST,
                                StaffTexts.RETAINED,
                                StaffTexts.DIFFERENCE,
                                StaffTexts.DOUBTFUL,
                                StaffTexts.LEFT),
                        rows));
    }

    private static Span amount(Balance balance, long count) {
        return new Span(Stocks.amount(balance.supply(), count));
    }

    private Div doubts(Controls say) {
        Div doubts = new Div(new H2(say.say(StaffTexts.DOUBTS)));
        List<Upkeep.Doubt> open = upkeep.doubts(key.get());
        if (open.isEmpty()) {
            doubts.add(say.text(StaffTexts.NO_DOUBTS));
        }
        for (Upkeep.Doubt doubt : open) {
            doubts.add(say.box(
                    "event",
                    new Span(Tables.WHEN.format(doubt.at()) + "  " + doubt.caseNumber() + "  "
                            + say.say(Events.doubt(doubt.kind())) + "  (" + doubt.reason() + ")")));
        }
        return doubts;
    }

    private static Div events(Controls say, HandOver shift) {
        Div events = new Div(new H2(say.say(StaffTexts.EVENTS)));
        List<HandOver.Event> all = shift.events();
        for (HandOver.Event event : all.subList(Math.max(0, all.size() - MOST_EVENTS), all.size())) {
            events.add(say.box(
                    "event",
                    new Span(Tables.WHEN.format(event.at())),
                    say.span("value", say.say(Events.name(event.kind()))),
                    new Span(say.say(Events.facts(event)))));
        }
        return events;
    }
}
