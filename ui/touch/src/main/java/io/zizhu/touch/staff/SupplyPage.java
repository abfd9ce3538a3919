package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import io.zizhu.catalogue.Words;
import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Store;
import io.zizhu.service.words.Stocks;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One supply: a pack is loaded, the stack is counted, something is written off. */
final class SupplyPage implements Page {
    private static final int LONGEST = 5;

    private final Supply supply;
    private final Supplier<Store> store;
    private final StaffView view;
    private final Map<String, String> typed = new HashMap<>();

    SupplyPage(Supply supply, Supplier<Store> store, StaffView view) {
        this.supply = supply;
        this.store = store;
        this.view = view;
    }

    @Override
    public String scene() {
        return "staff-supply";
    }

    @Override
    public Words title() {
        return Stocks.name(supply);
    }

    @Override
    public Component draw(Controls say) {
        Stock stock = store.get().stocks().stream()
                .filter(each -> each.supply() == supply)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(supply + " is in no device here"));
        var form = new Form(say, typed);
        Div acts = say.box("acts", facts(say, stock));
        if (stock.next().isPresent()) {
            acts.add(topNumber(say, form));
        } else {
            acts.add(load(say, form), count(say, form));
        }
        if (supply == Supply.A4) {
            acts.add(numbered(say, form));
        }
        acts.add(spoil(say, form, stock));
        return say.box("desk", acts, form.keys());
    }

    private SupplyPage afresh() {
        return new SupplyPage(supply, store, view);
    }

    private Div facts(Controls say, Stock stock) {
        Div facts = say.box("facts", fact(say, StaffTexts.LEFT, Stocks.amount(supply, stock.left())));
        facts.add(fact(say, StaffTexts.LASTS, say.say(Stocks.lasts(stock))));
        stock.next().ifPresent(number -> facts.add(fact(say, StaffTexts.NEXT_NUMBER, number)));
        if (stock.low()) {
            facts.addClassName("low");
        }
        return facts;
    }

    private static Div fact(Controls say, Words label, String value) {
        return say.box("fact", say.span("label", say.say(label)), say.span("value", value));
    }

    private Div load(Controls say, Form form) {
        Input count = form.number(supply.word(), StaffTexts.LOADED);
        Div usual = say.box("usual");
        for (int pack : packs()) {
            NativeButton button = say.button(
                    "pack", new Words(Integer.toString(pack), Integer.toString(pack)), () -> count.setValue("" + pack));
            usual.add(button);
        }
        NativeButton set = say.button("loaded", StaffTexts.LOAD, () -> {
            if (typed(count)) {
                view.act(title(), afresh(), _ -> store.get().load(supply, amount(count)));
            }
        });
        set.getElement().setAttribute("data-supply", supply.word());
        return section(
                say,
                supply == Supply.ROLL ? StaffTexts.LOAD_ROLL : StaffTexts.LOAD_PACK,
                say.box("row", count, set),
                usual);
    }

    private List<Integer> packs() {
        return switch (supply) {
            case A4 -> List.of(100, 250, 500);
            case ROLL -> List.of(30, 50, 80);
            case CARD, BOOKLET -> List.of(50, 100, 200);
            case RIBBON -> List.of(250, 500, 1000);
        };
    }

    private Div numbered(Controls say, Form form) {
        Input first = form.number("first", StaffTexts.FIRST);
        Input last = form.number("last", StaffTexts.LAST);
        NativeButton set = say.button("loaded-numbered", StaffTexts.LOAD, () -> {
            String from = first.getValue();
            String to = last.getValue();
            Words what = StaffTexts.with(StaffTexts.NUMBERED_WHAT, from, to);
            view.act(what, afresh(), second -> store.get().loadNumbered(from, to, second));
        });
        return section(say, StaffTexts.LOAD_NUMBERED, say.box("row", first, last, set));
    }

    private Div count(Controls say, Form form) {
        Input found = form.number("found", StaffTexts.FOUND);
        Input reason = form.text("reason", StaffTexts.WHY);
        NativeButton set = say.button("counted", StaffTexts.SET, () -> {
            if (typed(found)) {
                int amount = amount(found);
                String why = reason.getValue();
                Words what = StaffTexts.with(StaffTexts.COUNT_WHAT, say.say(title()), found.getValue(), why);
                view.act(what, afresh(), second -> store.get().count(supply, amount, why, second));
            }
        });
        return section(
                say, StaffTexts.COUNT, say.box("row", found, reason, set), form.usual(reason, StaffTexts.DIFFERENCES));
    }

    private Div topNumber(Controls say, Form form) {
        Input top = form.number("top", StaffTexts.TOP);
        Input reason = form.text("reason", StaffTexts.WHY);
        NativeButton set = say.button("counted", StaffTexts.SET, () -> {
            String number = top.getValue();
            String why = reason.getValue();
            Words what = StaffTexts.with(StaffTexts.TOP_WHAT, number, why);
            view.act(what, afresh(), second -> store.get().countNumbered(number, why, second));
        });
        return section(
                say,
                StaffTexts.COUNT_NUMBERED,
                say.box("row", top, reason, set),
                form.usual(reason, StaffTexts.DIFFERENCES));
    }

    private Div spoil(Controls say, Form form, Stock stock) {
        Input count = form.number("spoiled", StaffTexts.HOW_MANY);
        if (stock.next().isPresent()) {
            count.setValue("1"); // security paper goes sheet by sheet
        }
        Input reason = form.text("why", StaffTexts.WHY);
        NativeButton set = say.button("spoiled", StaffTexts.WRITE_OFF, () -> {
            if (typed(count)) {
                int amount = amount(count);
                String why = reason.getValue();
                Words what = StaffTexts.with(StaffTexts.SPOIL_WHAT, say.say(title()), count.getValue(), why);
                view.act(what, afresh(), second -> store.get().spoil(supply, amount, why, second));
            }
        });
        return section(
                say, StaffTexts.SPOILED, say.box("row", count, reason, set), form.usual(reason, StaffTexts.SPOILT));
    }

    private static Div section(Controls say, Words title, Component... inside) {
        Div section = say.box("section", new H2(say.say(title)));
        section.add(inside);
        return section;
    }

    /** Says so where the field holds no number. */
    private boolean typed(Input field) {
        boolean number = field.getValue().matches("\\d{1," + LONGEST + "}");
        if (!number) {
            view.told(StaffTexts.NO_NUMBER);
        }
        return number;
    }

    private int amount(Input field) {
        return Integer.parseInt(field.getValue()) * supply.unit();
    }
}
