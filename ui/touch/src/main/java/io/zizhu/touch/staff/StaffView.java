package io.zizhu.touch.staff;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServlet;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Keys;
import io.zizhu.touch.kit.Tongue;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The staff's screen: the PIN first, then the room; nobody pressed anything for two minutes: out again. */
@Route("")
public final class StaffView extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StaffView.class);
    private static final int MOST_DIGITS = 12;
    private static final int LEAVE_AFTER_MILLIS = 120_000;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final transient Upkeep upkeep;
    private Tongue tongue = Tongue.ZH;
    private String key = "";
    private String pin = "";

    public StaffView() {
        this((Upkeep) Objects.requireNonNull(
                VaadinServlet.getCurrent().getServletContext().getAttribute(Upkeep.class.getName()),
                "the terminal hands over an Upkeep"));
    }

    StaffView(Upkeep upkeep) {
        this.upkeep = upkeep;
        addClassName("staff");
        door("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("zizhu/kiosk.js");
        getElement().executeJs("""
                const view = this; let timer;
                const again = () => { clearTimeout(timer); timer = setTimeout(
                    () => view.dispatchEvent(new CustomEvent('nobody')), $0); };
                view.addEventListener('pointerdown', again); view.addEventListener('keydown', again); again();
                """, LEAVE_AFTER_MILLIS);
        getElement().addEventListener("nobody", _ -> leave());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (!key.isEmpty()) {
            upkeep.leave(key);
        }
    }

    private void door(String told) {
        pin = "";
        getElement().setAttribute("data-scene", "staff-pin");
        getElement().setAttribute("lang", tongue.tag());
        Controls say = new Controls(tongue);
        Span dots = say.span("code", "");
        Keys keys = new Keys(
                say,
                digit -> {
                    pin = pin.length() < MOST_DIGITS ? pin + digit : pin;
                    dots.setText("•".repeat(pin.length()));
                },
                () -> {
                    pin = pin.isEmpty() ? "" : pin.substring(0, pin.length() - 1);
                    dots.setText("•".repeat(pin.length()));
                });
        Div message = say.box("told");
        message.setText(told);
        message.getElement().setAttribute("role", "alert");
        removeAll();
        add(say.box(
                "pin",
                say.title(StaffTexts.PIN),
                message,
                dots,
                keys,
                say.main("enter", StaffTexts.ENTER, this::enter),
                say.button("language", StaffTexts.LANGUAGE, () -> {
                    tongue = tongue.other();
                    door("");
                })));
    }

    private void enter() {
        Controls say = new Controls(tongue);
        switch (upkeep.enter(pin)) {
            case Upkeep.Entrance.In in -> {
                key = in.key();
                room("");
            }
            case Upkeep.Entrance.Wrong wrong -> door(say.say(StaffTexts.WRONG).formatted(wrong.triesLeft()));
            case Upkeep.Entrance.Shut shut -> door(say.say(StaffTexts.SHUT).formatted(CLOCK.format(shut.until())));
        }
    }

    void room(String told) {
        getElement().setAttribute("data-scene", "staff");
        getElement().setAttribute("lang", tongue.tag());
        removeAll();
        try {
            add(new Room(new Controls(tongue), upkeep, key, this).draw(told));
        } catch (Upkeep.NotEntered old) {
            key = "";
            door("");
        }
    }

    /** Waits for a device on a thread of its own, so that this page and the citizen's never stand still for it. */
    void waited(Supplier<Words> work) {
        UI ui = UI.getCurrent();
        room(new Controls(tongue).say(StaffTexts.WORKING));
        Thread.ofVirtual().name("staff-work").start(() -> {
            Words told = ended(work);
            try {
                var unused = ui.access(() -> {
                    if (!key.isEmpty()) {
                        room(new Controls(tongue).say(told));
                    }
                });
            } catch (UIDetachedException gone) {
                LOG.info("nobody waits for the answer any more");
            }
        });
    }

    private static Words ended(Supplier<Words> work) {
        try {
            return work.get();
        } catch (Upkeep.NotEntered old) {
            return StaffTexts.OLD_KEY;
        } catch (RuntimeException bug) {
            LOG.error("work for the staff ended by a bug", bug);
            return StaffTexts.FAILED;
        }
    }

    void switchLanguage() {
        tongue = tongue.other();
        room("");
    }

    void leave() {
        if (!key.isEmpty()) {
            upkeep.leave(key);
            key = "";
        }
        door("");
    }
}
