package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;

/** What it takes, what it costs, what becomes of the data. */
final class Explaining {
    private Explaining() {}

    static Div guide(Booth booth, Scene.Guide guide) {
        Controls say = booth.controls();
        OrderedList lines = new OrderedList();
        for (Words line : guide.lines()) {
            lines.add(new ListItem(say.say(line)));
        }
        UnorderedList bring = new UnorderedList();
        for (Words thing : guide.bring()) {
            bring.add(new ListItem(say.say(thing)));
        }
        return say.box(
                "page",
                say.title(booth.shown().item()),
                say.text(guide.summary()),
                say.box(
                        "facts",
                        fact(say, Texts.FEE, Greeting.fee(say, guide.feeFen())),
                        fact(say, Texts.TIME, Greeting.minutes(say, guide.minutes()))),
                say.box("card", new H2(say.say(Texts.BRING)), bring),
                say.box("card", new H2(say.say(Texts.HOW)), lines),
                say.box("actions", say.main("next", Texts.NEXT, booth::next)));
    }

    private static Div fact(Controls say, Words label, String value) {
        return say.box("fact", say.span("label", say.say(label)), say.span("value", value));
    }

    static Div consent(Booth booth, Scene.Consent consent) {
        Controls say = booth.controls();
        return say.box(
                "page",
                say.title(Texts.CONSENT),
                say.box("card", say.text(consent.text())),
                say.box("actions", say.main("next", Texts.AGREE, booth::next)));
    }
}
