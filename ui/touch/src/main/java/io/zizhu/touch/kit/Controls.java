package io.zizhu.touch.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;

/** Makes controls in one language; every control a person can press carries its {@code data-act}. */
public record Controls(Tongue tongue) {
    public String say(Words words) {
        return tongue.of(words);
    }

    public NativeButton button(String act, Words words, Runnable pressed) {
        NativeButton button = new NativeButton(say(words), _ -> pressed.run());
        button.getElement().setAttribute("data-act", act);
        button.getElement().setAttribute("type", "button");
        return button;
    }

    /** The one thing most people will press next. */
    public NativeButton main(String act, Words words, Runnable pressed) {
        NativeButton button = button(act, words, pressed);
        button.addClassName("main");
        return button;
    }

    public H1 title(Words words) {
        return new H1(say(words));
    }

    public Paragraph text(Words words) {
        return new Paragraph(say(words));
    }

    public Div box(String name, Component... inside) {
        Div box = new Div(inside);
        box.addClassNames(name.split(" ", -1));
        return box;
    }

    public Span span(String name, String text) {
        Span span = new Span(text);
        span.addClassName(name);
        return span;
    }

    /** A picture drawn in CSS, hidden from those who listen. */
    public Div picture(String name) {
        Div picture = new Div();
        picture.addClassNames("picture", name);
        picture.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < 3; i++) {
            picture.add(new Div());
        }
        return picture;
    }
}
