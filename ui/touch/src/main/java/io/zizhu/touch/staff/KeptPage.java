package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.Map;
import java.util.function.Supplier;

/** What people left behind: recorded when it is found, and again when it goes to somebody. Never whose it is. */
record KeptPage(Upkeep upkeep, Supplier<String> key, StaffView view) implements Page {
    private static final Map<String, Words> FOUND = Map.of(
            "id-card", new Words("身份证件", "Identity card"),
            "sheet", new Words("证明", "Certificate"),
            "slip", new Words("凭条", "Slip"),
            "bank-card", new Words("银行卡", "Bank card"),
            "other", new Words("其他物品", "Something else"));
    private static final Map<String, Words> ENDS = Map.of(
            "returned", new Words("已还给本人", "Given back to its owner"),
            "to-counter", new Words("已交窗口", "Handed to the counter"),
            "destroyed", new Words("已销毁", "Destroyed"));

    @Override
    public String scene() {
        return "staff-kept";
    }

    @Override
    public Words title() {
        return StaffTexts.KEPT;
    }

    @Override
    public Component draw(Controls say) {
        Div found = say.box("usual");
        FOUND.keySet().stream().sorted().forEach(what -> {
            NativeButton button = say.button("keep", FOUND.getOrDefault(what, Words.NONE), () -> {
                upkeep.keep(key.get(), what);
                view.told(StaffTexts.DONE);
            });
            button.getElement().setAttribute("data-value", what);
            found.add(button);
        });
        Div list = say.box("section", new H2(say.say(StaffTexts.KEPT_NOW)));
        if (upkeep.kept(key.get()).isEmpty()) {
            list.add(say.text(StaffTexts.KEPT_NONE));
        }
        for (Upkeep.Kept kept : upkeep.kept(key.get())) {
            list.add(row(say, kept));
        }
        return new Div(say.box("section", new H2(say.say(StaffTexts.KEPT_FOUND)), found), list);
    }

    private Div row(Controls say, Upkeep.Kept kept) {
        Div row = say.box(
                "row",
                say.span("when", Tables.WHEN.format(kept.at())),
                say.span("value", say.say(FOUND.getOrDefault(kept.what(), new Words(kept.what(), kept.what())))));
        ENDS.keySet().stream().sorted().forEach(how -> {
            NativeButton button = say.button("release", ENDS.getOrDefault(how, Words.NONE), () -> {
                upkeep.release(key.get(), kept.number(), how);
                view.told(StaffTexts.DONE);
            });
            button.getElement().setAttribute("data-value", how);
            row.add(button);
        });
        return row;
    }
}
