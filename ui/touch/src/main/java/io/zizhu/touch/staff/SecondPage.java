package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.function.Consumer;

/**
 * Where the second person reads what is to be confirmed and shows their own badge.
 *
 * @param what is confirmed
 * @param back to where the first person was
 */
record SecondPage(Words what, Upkeep.Asks asks, Consumer<Badge> shown, Runnable back) implements Page {
    @Override
    public String scene() {
        return "staff-second";
    }

    @Override
    public Words title() {
        return StaffTexts.SECOND;
    }

    @Override
    public Component draw(Controls say) {
        var act = say.text(what);
        act.addClassName("what");
        return say.box(
                "pin",
                act,
                say.text(StaffTexts.SECOND_HOW),
                new BadgePad(say, asks, shown),
                say.button("cancel", StaffTexts.CANCEL, back));
    }
}
