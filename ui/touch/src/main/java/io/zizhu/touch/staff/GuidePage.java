package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import io.zizhu.catalogue.Words;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.staff.words.Guide;
import java.util.List;

/** One guide with all its pictures at once, and the way to the others. */
record GuidePage(Guide guide, StaffView view) implements Page {
    @Override
    public String scene() {
        return "staff-guide";
    }

    @Override
    public Words title() {
        return guide.title();
    }

    @Override
    public Component draw(Controls say) {
        Div others = say.box("tabs");
        for (Guide each : Guide.values()) {
            NativeButton tab =
                    say.button("guide", each.title(), () -> view.show(new GuidePage(each, view), Words.NONE));
            tab.getElement().setAttribute("data-value", each.word());
            tab.getElement().setAttribute("aria-pressed", String.valueOf(each == guide));
            others.add(tab);
        }
        Div steps = say.box("steps");
        List<Words> words = guide.steps();
        for (int i = 0; i < words.size(); i++) {
            var picture = new Image("zizhu/guide-" + guide.word() + "-" + (i + 1) + ".svg", "");
            steps.add(say.box(
                    "step",
                    picture,
                    say.box("words", say.span("count", String.valueOf(i + 1)), say.text(words.get(i)))));
        }
        return new Div(others, steps);
    }
}
