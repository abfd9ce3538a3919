package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Keys;
import io.zizhu.touch.kit.Texts;

/** Questions as large cards, and everything once more before it is sent. */
final class Asking {
    private static final int LONGEST_CODE = 16;

    private Asking() {}

    static Div form(Booth booth, Scene.Form form) {
        Controls say = booth.controls();
        form.given().forEach(booth.draft()::putIfAbsent);
        Div page = say.box("page");
        for (Question question : form.questions()) {
            Div group = say.box("question", new H2(say.say(question.label())));
            Words problem = form.problems().get(question.name());
            if (problem != null) {
                Span told = say.span("problem", say.say(problem));
                told.getElement().setAttribute("role", "alert");
                group.add(told);
            }
            group.add(question.kind() == Question.Kind.CHOICE ? options(booth, question) : code(booth, question));
            page.add(group);
        }
        page.add(say.box(
                "actions", say.main("next", Texts.NEXT, () -> booth.acts().accept(new Act.Submit(booth.draft())))));
        return page;
    }

    private static Div options(Booth booth, Question question) {
        Div options = booth.controls().box("options");
        options.getElement().setAttribute("role", "radiogroup");
        for (Question.Option option : question.options()) {
            NativeButton choice = new NativeButton(booth.controls().say(option.label()));
            choice.addClickListener(_ -> {
                booth.draft().put(question.name(), option.value());
                options.getChildren().forEach(other -> other.getElement()
                        .setAttribute("aria-checked", String.valueOf(other == choice)));
            });
            choice.addClassName("option");
            choice.getElement().setAttribute("role", "radio");
            choice.getElement().setAttribute("data-act", "answer");
            choice.getElement().setAttribute("data-field", question.name());
            choice.getElement().setAttribute("data-value", option.value());
            choice.getElement()
                    .setAttribute(
                            "aria-checked",
                            String.valueOf(option.value().equals(booth.draft().get(question.name()))));
            options.add(choice);
        }
        return options;
    }

    private static Div code(Booth booth, Question question) {
        Span shown = booth.controls().span("code", booth.draft().getOrDefault(question.name(), ""));
        shown.getElement().setAttribute("data-field", question.name());
        shown.getElement().setAttribute("aria-live", "polite");
        Keys keys = new Keys(
                booth.controls(),
                digit -> {
                    String longer = booth.draft().getOrDefault(question.name(), "") + digit;
                    if (longer.length() <= LONGEST_CODE) {
                        booth.draft().put(question.name(), longer);
                        shown.setText(longer);
                    }
                },
                () -> {
                    String text = booth.draft().getOrDefault(question.name(), "");
                    String shorter = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
                    booth.draft().put(question.name(), shorter);
                    shown.setText(shorter);
                });
        return booth.controls().box("typing", shown, keys);
    }

    static Div check(Booth booth, Scene.Check check) {
        Controls say = booth.controls();
        Div lines = say.box("lines");
        for (Scene.Line line : check.lines()) {
            Div row =
                    say.box("line", say.span("label", say.say(line.label())), say.span("value", say.say(line.value())));
            if (!line.field().isEmpty()) {
                NativeButton edit =
                        say.button("edit", Texts.EDIT, () -> booth.acts().accept(new Act.Edit(line.field())));
                edit.getElement().setAttribute("data-field", line.field());
                row.add(edit);
            }
            lines.add(row);
        }
        return say.box(
                "page",
                say.title(Texts.CHECK),
                lines,
                say.box("actions", say.main("next", Texts.CONFIRM, booth::next)));
    }
}
