package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.function.Supplier;

/** Asks once more before the terminal is ended. */
record RestartPage(Upkeep upkeep, Supplier<String> key, StaffView view, Runnable back) implements Page {
    @Override
    public String scene() {
        return "staff-restart";
    }

    @Override
    public Words title() {
        return StaffTexts.RESTART;
    }

    @Override
    public Component draw(Controls say) {
        return say.box(
                "pin",
                say.text(StaffTexts.RESTART_WHAT),
                say.main("restart-now", StaffTexts.RESTART_NOW, () -> {
                    String entered = key.get();
                    view.waited(() -> {
                        upkeep.restart(entered);
                        return StaffTexts.RESTARTING;
                    });
                }),
                say.button("cancel", StaffTexts.CANCEL, back));
    }
}
