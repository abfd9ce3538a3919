package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import io.zizhu.catalogue.Words;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;

/** What stands around every scene: who we are, how far it is, how to be helped, how to leave, and the time warning. */
final class Frame {
    private final CitizenView view;
    private final Div layer = new Div();
    private final Div countdown = new Div();
    private boolean warning;

    Frame(CitizenView view) {
        this.view = view;
        layer.addClassName("layer");
        countdown.addClassName("seconds");
        layer.setVisible(false);
    }

    /** Only to be read: what can be pressed lies low, where everybody reaches. */
    Header head(Controls say, Shown shown) {
        Header head = new Header();
        head.add(say.box("top", say.span("brand", say.say(Texts.BRAND)), say.span("open", say.say(Texts.OPEN))));
        if (shown.steps() > 0) {
            Div done = new Div();
            done.getStyle().set("width", (100 * shown.step() / shown.steps()) + "%");
            head.add(
                    say.box(
                            "where",
                            say.span("item", say.say(shown.item())),
                            say.span("step", say.say(Texts.STEP).formatted(shown.step(), shown.steps()))),
                    say.box("bar", done));
        }
        return head;
    }

    /** The four aids of every scene. */
    Div tools(Controls say, boolean elder) {
        Div tools = say.box(
                "tools",
                say.button("language", Texts.LANGUAGE, view::switchLanguage),
                say.button("elder", elder ? Texts.ELDER_OFF : Texts.ELDER, view::switchElder),
                say.button("speak", Texts.SPEAK, view::speak),
                say.button("help", Texts.HELP, () -> tell(say, Texts.HELP_TITLE, Texts.HELP_TEXT)));
        tools.getElement().setAttribute("role", "group");
        tools.getElement().setAttribute("aria-label", say.say(Texts.AIDS));
        return tools;
    }

    Div foot(Controls say, Shown shown) {
        Div foot = say.box("foot");
        if (shown.canBack()) {
            foot.add(say.button("back", Texts.BACK, () -> view.tell(new Act.Back())));
        }
        boolean home = shown.scene() instanceof Scene.Home; // no visit yet, but a way out
        if (shown.canQuit() || home) {
            foot.add(say.button("quit", Texts.QUIT, () -> view.tell(new Act.Quit())));
        }
        return foot;
    }

    Div layer() {
        return layer;
    }

    /** The time warning; 0 takes it away. Second by second only its words change, never the button under a finger. */
    void warn(Controls say, int seconds) {
        if (seconds > 0) {
            if (!warning) {
                Div box = say.box(
                        "box",
                        say.title(Texts.LEAVING),
                        countdown,
                        say.text(Texts.LEAVING_TEXT),
                        say.main("stay", Texts.STAY, () -> view.tell(new Act.Stay())));
                box.getElement().setAttribute("role", "alertdialog");
                open(box);
                layer.getElement().executeJs("window.zizhu && window.zizhu.chime()");
            }
            countdown.setText(say.say(Texts.LEAVING_SECONDS).formatted(seconds));
            warning = true;
        } else if (warning) {
            close();
        }
    }

    /** A message above the scene, closed by hand. */
    void tell(Controls say, Words title, Words text) {
        Div box = say.box("box", say.title(title), say.text(text), say.main("close", Texts.CLOSE, this::close));
        box.getElement().setAttribute("role", "dialog");
        open(box);
    }

    private void open(Div box) {
        layer.removeAll();
        layer.add(box);
        layer.setVisible(true);
    }

    boolean opened() {
        return layer.isVisible();
    }

    /** Nothing that was opened over one scene stands over the next. */
    void close() {
        warning = false;
        layer.removeAll();
        layer.setVisible(false);
    }
}
