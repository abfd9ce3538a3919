package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Waiting, taking, and the last words. */
final class Ending {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Ending() {}

    static Div waiting(Booth booth, Scene.Wait wait) {
        Controls say = booth.controls();
        return say.box("middle", say.picture("turning"), say.title(wait.doing()));
    }

    static Div issue(Booth booth, Scene.Issue issue) {
        Controls say = booth.controls();
        Div page = say.box(
                "page centred",
                say.title(issue.what()),
                say.picture(issue.printing() ? "printing" : "printed"),
                number(say, "case", Texts.CASE, issue.caseNumber()));
        if (!issue.printing()) {
            page.add(say.box("actions", say.main("next", Texts.TAKEN, booth::next)));
        }
        return page;
    }

    static Div outcome(Booth booth, Scene.Outcome outcome) {
        Controls say = booth.controls();
        Div page = say.box(
                "page centred",
                say.picture("done"),
                say.title(outcome.title()),
                say.text(outcome.body()),
                number(say, "case", Texts.CASE, outcome.caseNumber()));
        outcome.progressCode().ifPresent(code -> page.add(number(say, "progress-code", Texts.PROGRESS, code)));
        page.add(say.box("actions", say.main("next", Texts.DONE, booth::next)));
        return page;
    }

    static Div status(Booth booth, Scene.Status status) {
        Controls say = booth.controls();
        OrderedList stages = new OrderedList();
        stages.addClassName("stages");
        for (Scene.Stage stage : status.stages()) {
            ListItem item = new ListItem();
            item.add(say.span("value", say.say(stage.what())), say.span("label", DAY.format(stage.at())));
            stages.add(item);
        }
        return say.box(
                "page",
                say.title(Texts.STATUS),
                number(say, "case", Texts.CASE, status.caseNumber()),
                say.box("card", stages),
                say.box("actions", say.main("next", Texts.DONE, booth::next)));
    }

    static Div rate(Booth booth) {
        Controls say = booth.controls();
        Div stars = say.box("stars");
        for (int i = 1; i <= 5; i++) {
            int count = i;
            NativeButton star = new NativeButton("★", _ -> booth.acts().accept(new Act.Rate(count)));
            star.getElement().setAttribute("data-act", "rate");
            star.getElement().setAttribute("data-value", String.valueOf(i));
            star.getElement().setAttribute("aria-label", say.say(Texts.STARS).formatted(i));
            stars.add(star);
        }
        return say.box(
                "page centred",
                say.title(Texts.RATE),
                stars,
                say.box("actions", say.button("next", Texts.SKIP, booth::next)));
    }

    static Div bye(Booth booth, Scene.Bye bye) {
        Controls say = booth.controls();
        return say.box(
                "middle",
                say.picture("done"),
                say.title(bye.words()),
                say.box("actions", say.button("start", Texts.START, () -> booth.acts()
                        .accept(new Act.Start()))));
    }

    static Div trouble(Booth booth, Scene.Trouble trouble) {
        Controls say = booth.controls();
        Div page = say.box(
                "page centred",
                say.picture("attention"),
                say.span("problem", say.say(Texts.TROUBLE)),
                say.title(trouble.happened()),
                say.text(trouble.todo()));
        page.getElement().setAttribute("role", "alert");
        if (!trouble.caseNumber().isEmpty()) {
            page.add(number(say, "case", Texts.CASE, trouble.caseNumber()));
        }
        Div actions = say.box("actions");
        if (trouble.again()) {
            actions.add(say.main("next", Texts.AGAIN, booth::next));
        } else {
            actions.add(say.main("quit", Texts.QUIT, () -> booth.acts().accept(new Act.Quit())));
        }
        page.add(actions);
        return page;
    }

    static Div number(Controls say, String field, Words label, String value) {
        Span shown = say.span("value", value);
        shown.getElement().setAttribute("data-field", field);
        Div number = say.box("number", say.span("label", say.say(label)), shown);
        number.setVisible(!value.isEmpty());
        return number;
    }
}
