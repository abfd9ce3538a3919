package io.zizhu.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.console.shell.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The frame around every view behind the login: where one can go, the language, who is here. It asks the centre for
 * news every few seconds and sends a technician out who has touched nothing for a quarter of an hour.
 */
public final class Frame extends AppLayout {
    private static final long serialVersionUID = 1;
    private static final int NEWS_MILLIS = 3000;
    private static final Duration IDLE = Duration.ofMinutes(15);

    private Instant touched = Instant.now();

    /** Called by Vaadin for every window. */
    public Frame() {
        addClassName("frame");
        setDrawerOpened(false);
        var title = new H1(getTranslation("title"));
        var nav = new Nav(
                link("nav.terminals", Terminals.class),
                link("nav.changes", Changes.class),
                link("nav.rollouts", Rollouts.class),
                link("nav.watch", Watch.class),
                link("nav.books", Accounts.class),
                link("nav.audit", Audit.class));
        nav.setAriaLabel(getTranslation("nav"));
        var name = new Span(Counter.technician().map(Technician::name).orElse(""));
        name.addClassName("who");
        addToNavbar(title, nav, name, language(), leave());
        getElement().addEventListener("click", _ -> touched = Instant.now());
        getElement().addEventListener("keydown", _ -> touched = Instant.now()).throttle(1000);
        addAttachListener(attached -> {
            UI ui = attached.getUI();
            ui.setPollInterval(NEWS_MILLIS);
            ui.addPollListener(_ -> {
                if (Instant.now().isAfter(touched.plus(IDLE))) {
                    out(ui);
                }
            });
        });
    }

    private RouterLink link(String key, Class<? extends com.vaadin.flow.component.Component> view) {
        var link = new RouterLink(getTranslation(key), view);
        link.getElement().setAttribute("data-act", key);
        return link;
    }

    private Button language() {
        boolean chinese = getLocale().getLanguage().equals(Texts.ZH.getLanguage());
        var button = new Button(chinese ? "English" : "中文", _ -> speak(chinese ? Texts.EN : Texts.ZH));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("data-act", "language");
        button.getElement().setAttribute("lang", chinese ? "en" : "zh");
        return button;
    }

    private void speak(Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private Button leave() {
        var button = new Button(getTranslation("leave"), _ -> getUI().ifPresent(Frame::out));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("data-act", "leave");
        return button;
    }

    private static void out(UI ui) {
        ui.getPage().setLocation("login");
        Counter.leave();
    }
}
