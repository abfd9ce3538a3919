package io.zizhu.touch.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import io.zizhu.catalogue.Words;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Keys;
import java.util.List;
import java.util.Map;

/** Fields of a page that one set of digits types into: a kiosk has no keyboard. */
final class Form {
    private final Controls say;
    private final Map<String, String> typed;
    private Input active = new Input();

    /** @param typed what was typed already, by field; a page that is drawn again keeps it */
    Form(Controls say, Map<String, String> typed) {
        this.say = say;
        this.typed = typed;
    }

    /** A field for digits; the first one made is typed into until another is touched. */
    Input number(String name, Words label) {
        Input input = text(name, label);
        input.getElement().setAttribute("inputmode", "none");
        input.getElement().addEventListener("focus", _ -> active = input);
        if (active.getElement().getAttribute("data-field") == null) {
            active = input;
        }
        return input;
    }

    /** A field for words, where a keyboard is there. */
    Input text(String name, Words label) {
        Input input = new Input();
        input.getElement().setAttribute("data-field", name);
        input.getElement().setAttribute("aria-label", say.say(label));
        input.setPlaceholder(say.say(label));
        input.setValue(typed.getOrDefault(name, ""));
        input.addValueChangeListener(change -> typed.put(name, change.getValue()));
        return input;
    }

    Keys keys() {
        return new Keys(say, digit -> active.setValue(active.getValue() + digit), () -> {
            String text = active.getValue();
            active.setValue(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
        });
    }

    /** Usual answers, one touch away. */
    Div usual(Input field, List<Words> answers) {
        Div usual = say.box("usual");
        for (Words words : answers) {
            usual.add(say.button("remark", words, () -> field.setValue(say.say(words))));
        }
        return usual;
    }
}
