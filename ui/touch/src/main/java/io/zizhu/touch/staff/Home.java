package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.stock.Stock;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.service.words.DeviceTexts;
import io.zizhu.service.words.Events;
import io.zizhu.service.words.Stocks;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.DayTexts;
import io.zizhu.touch.staff.words.Guide;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first page: what waits for a decision, the devices, the supplies. */
final class Home implements Page {
    static final String SCENE = "staff";

    private final Upkeep upkeep;
    private final Supplier<String> key;
    private final StaffView view;

    Home(Upkeep upkeep, Supplier<String> key, StaffView view) {
        this.upkeep = upkeep;
        this.key = key;
        this.view = view;
    }

    @Override
    public String scene() {
        return SCENE;
    }

    @Override
    public Words title() {
        return StaffTexts.TITLE;
    }

    @Override
    public Component draw(Controls say) {
        return new Div(tiles(say), doubts(say), devices(say), supplies(say));
    }

    /** The other pages; each by its {@code data-act}. */
    private Div tiles(Controls say) {
        return say.box(
                "tabs",
                say.button("guides", StaffTexts.GUIDES, () -> go(new GuidePage(Guide.REFILL, view))),
                say.button("kept", StaffTexts.KEPT, () -> go(new KeptPage(upkeep, key, view))),
                say.button("shift", StaffTexts.HAND_OVER, () -> go(new HandOverPage(upkeep, key, view))),
                say.button("day", DayTexts.DAY, () -> go(new DayPage(upkeep, key, view))),
                say.button(
                        "restart", StaffTexts.RESTART, () -> go(new RestartPage(upkeep, key, view, () -> go(this)))));
    }

    private void go(Page page) {
        view.show(page, Words.NONE);
    }

    private Div devices(Controls say) {
        NativeTableBody rows = new NativeTableBody();
        for (Upkeep.Row device : upkeep.devices(key.get())) {
            Span status = new Span(say.say(DeviceTexts.state(device.status())));
            status.addClassName(device.status().equals("online") ? "well" : "ill");
            status.getElement().setAttribute("data-status", device.status());
            NativeTableRow row = Tables.row(
                    say.span("name", say.say(DeviceTexts.kind(device.kind()))),
                    new Div(status, say.span("media", say.say(DeviceTexts.media(device.media())))),
                    say.span("when", Tables.WHEN.format(device.since())),
                    fault(say, device),
                    acts(say, device));
            row.getElement().setAttribute("data-device", device.id());
            rows.add(row);
        }
        return new Div(
                new H2(say.say(StaffTexts.DEVICES)),
                Tables.of(
                        say,
                        List.of(StaffTexts.DEVICE, StaffTexts.STATUS, StaffTexts.SINCE, StaffTexts.FAULT, Words.NONE),
                        rows));
    }

    private Div acts(Controls say, Upkeep.Row device) {
        Div acts = say.box("acts", act(say, "reset", device.id(), StaffTexts.RESET, () -> {
            view.waited(() -> {
                upkeep.reset(key.get(), device.id());
                return StaffTexts.DONE;
            });
        }));
        Words test =
                switch (device.kind()) {
                    case "certificate-printer", "receipt-printer" -> StaffTexts.TEST;
                    case "id-reader" -> StaffTexts.TEST_READ;
                    case "pay-pad" -> StaffTexts.TEST_PAY;
                    default -> Words.NONE;
                };
        if (!test.equals(Words.NONE)) {
            acts.add(act(say, "test", device.id(), test, () -> view.waited(() -> upkeep.test(key.get(), device.id()))));
        }
        return acts;
    }

    /** For people first; what a technician wants to hear stands small below. */
    private static Div fault(Controls say, Upkeep.Row device) {
        Div fault = new Div();
        if (!device.fault().isEmpty()) {
            fault.add(
                    say.span("say", say.say(DeviceTexts.fault(device.fault()))),
                    say.span("detail", device.id() + " " + device.fault()));
        }
        return fault;
    }

    private static NativeButton act(Controls say, String act, String device, Words words, Runnable pressed) {
        NativeButton button = say.button(act, words, pressed);
        button.getElement().setAttribute("data-device", device);
        return button;
    }

    private Div supplies(Controls say) {
        NativeTableBody rows = new NativeTableBody();
        for (Stock stock : upkeep.store(key.get()).stocks()) {
            Span lasts = new Span(say.say(Stocks.lasts(stock)));
            lasts.addClassName(stock.low() ? "ill" : "well");
            NativeButton manage = say.button("supply", StaffTexts.MANAGE, () -> {
                view.show(new SupplyPage(stock.supply(), () -> upkeep.store(key.get()), view), Words.NONE);
            });
            manage.getElement().setAttribute("data-supply", stock.supply().word());
            NativeTableRow row = Tables.row(
                    new Span(say.say(Stocks.name(stock.supply()))),
                    new Span(Stocks.amount(stock.supply(), stock.left())),
                    lasts,
                    new Span(stock.next().orElse("")),
                    new Div(manage));
            row.getElement().setAttribute("data-supply", stock.supply().word());
            rows.add(row);
        }
        return new Div(
                new H2(say.say(StaffTexts.SUPPLIES)),
                Tables.of(
                        say,
                        List.of(Words.NONE, StaffTexts.LEFT, StaffTexts.LASTS, StaffTexts.NEXT_NUMBER, Words.NONE),
                        rows));
    }

    private Div doubts(Controls say) {
        List<Upkeep.Doubt> doubts = upkeep.doubts(key.get());
        H2 title = new H2(say.say(StaffTexts.DOUBTS));
        if (doubts.isEmpty()) {
            return new Div(title, new Paragraph(say.say(StaffTexts.NO_DOUBTS)));
        }
        NativeTableBody rows = new NativeTableBody();
        for (Upkeep.Doubt doubt : doubts) {
            var form = new Form(say, new HashMap<>());
            Input remark = form.text("remark", StaffTexts.REMARK);
            remark.addClassName("long");
            var found = new AtomicReference<Settlement>();
            NativeButton settle =
                    say.main("settle", StaffTexts.SETTLE, () -> settle(doubt, found.get(), remark.getValue()));
            settle.getElement().setAttribute("data-doubt", String.valueOf(doubt.number()));
            NativeTableRow row = Tables.row(
                    say.span("when", Tables.WHEN.format(doubt.at())),
                    new Span(doubt.caseNumber()),
                    reason(say, doubt),
                    remark);
            row.getElement().setAttribute("data-doubt", String.valueOf(doubt.number()));
            rows.add(row);
            rows.add(Tables.wide(4, new Div(settlements(say, doubt, found), settle)));
        }
        return new Div(
                title,
                Tables.of(say, List.of(StaffTexts.SINCE, StaffTexts.CASE, StaffTexts.REASON, StaffTexts.REMARK), rows));
    }

    /** What can have been found out; one is chosen, the remark is besides. */
    private static Div settlements(Controls say, Upkeep.Doubt doubt, AtomicReference<Settlement> found) {
        Div all = say.box("usual");
        for (Settlement each : Settlement.of(doubt.kind())) {
            NativeButton button = say.button("settlement", each.words(), () -> {
                found.set(each);
                all.getChildren().forEach(other -> other.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(
                                        each.word().equals(other.getElement().getAttribute("data-value")))));
            });
            button.getElement().setAttribute("data-value", each.word());
            button.getElement().setAttribute("aria-pressed", "false");
            all.add(button);
        }
        return all;
    }

    /** For people first; the reason as it was written down stands below. */
    private static Div reason(Controls say, Upkeep.Doubt doubt) {
        return new Div(
                say.span("say", say.say(Events.doubt(doubt.kind()))),
                say.span("detail", doubt.kind() + ": " + doubt.reason()));
    }

    private void settle(Upkeep.Doubt doubt, @Nullable Settlement found, String remark) {
        if (found == null) {
            view.told(StaffTexts.NO_REMARK);
            return;
        }
        Words what = new Words(
                StaffTexts.SETTLE_WHAT
                        .zh()
                        .formatted(doubt.caseNumber(), found.words().zh()),
                StaffTexts.SETTLE_WHAT
                        .en()
                        .formatted(doubt.caseNumber(), found.words().en()));
        view.act(what, this, second -> upkeep.settle(key.get(), doubt.number(), found, remark, second));
    }
}
