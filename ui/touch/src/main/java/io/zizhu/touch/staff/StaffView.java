package io.zizhu.touch.staff;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServlet;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Tongue;
import io.zizhu.touch.staff.words.Refusals;
import io.zizhu.touch.staff.words.StaffTexts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The staff's screen: the badge first, then the pages; nobody pressed anything for two minutes: out again. */
@Route("")
public final class StaffView extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StaffView.class);
    private static final int LEAVE_AFTER_MILLIS = 120_000;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String COUNTDOWN = """
            const view = this; let end;
            const again = () => { end = performance.now() + $0; };
            view.addEventListener('pointerdown', again); view.addEventListener('keydown', again); again();
            const tick = () => {
              if (!view.isConnected) return;
              const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
              const told = view.querySelector('.leaves');
              if (told) {
                told.textContent = told.dataset.words.replace('%s', left);
                told.classList.toggle('soon', left <= 20);
              }
              if (left === 0) { view.dispatchEvent(new CustomEvent('nobody')); again(); }
              setTimeout(tick, 500);
            };
            tick();
            """;

    private final transient Upkeep upkeep;
    private transient Page page;
    private Tongue tongue = Tongue.ZH;
    private String key = "";

    public StaffView() {
        this((Upkeep) Objects.requireNonNull(
                VaadinServlet.getCurrent().getServletContext().getAttribute(Upkeep.class.getName()),
                "the terminal hands over an Upkeep"));
    }

    StaffView(Upkeep upkeep) {
        this.upkeep = upkeep;
        this.page = home();
        addClassName("staff");
        door("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("zizhu/kiosk.js");
        getElement().executeJs(COUNTDOWN, LEAVE_AFTER_MILLIS);
        getElement().addEventListener("nobody", _ -> leave());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (!key.isEmpty()) {
            upkeep.leave(key);
        }
    }

    private Page home() {
        return new Home(upkeep, () -> key, this);
    }

    private void door(String told) {
        key = "";
        page = home();
        getElement().setAttribute("data-scene", "staff-pin");
        getElement().setAttribute("lang", tongue.tag());
        Controls say = new Controls(tongue);
        removeAll();
        add(say.box(
                "pin",
                say.title(StaffTexts.WHO),
                message(say, told, "alert"),
                new BadgePad(say, upkeep.asks(), this::enter),
                say.button("language", StaffTexts.LANGUAGE, () -> {
                    tongue = tongue.other();
                    door("");
                })));
    }

    private static Div message(Controls say, String told, String role) {
        Div message = say.box("told");
        message.setText(told);
        message.getElement().setAttribute("role", role);
        return message;
    }

    private void enter(Badge badge) {
        Controls say = new Controls(tongue);
        switch (upkeep.enter(badge)) {
            case Upkeep.Entrance.In in -> {
                key = in.key();
                show(home(), Words.NONE);
            }
            case Upkeep.Entrance.Wrong wrong -> door(say.say(StaffTexts.WRONG).formatted(wrong.triesLeft()));
            case Upkeep.Entrance.Shut shut -> door(say.say(StaffTexts.SHUT).formatted(CLOCK.format(shut.until())));
            case Upkeep.Entrance.Replayed() -> door(say.say(StaffTexts.REPLAYED));
        }
    }

    /** Shows the page from now on, with what is to be said about what was just done. */
    void show(Page next, Words told) {
        page = next;
        Controls say = new Controls(tongue);
        getElement().setAttribute("data-scene", page.scene());
        getElement().setAttribute("lang", tongue.tag());
        removeAll();
        try {
            add(head(say), message(say, say.say(told), "status"), page.draw(say));
        } catch (Upkeep.NotEntered old) {
            door("");
        }
    }

    /** The same page once more. */
    void told(Words told) {
        show(page, told);
    }

    private Div head(Controls say) {
        Span leaves = say.span("leaves", "");
        leaves.getElement().setAttribute("data-words", say.say(StaffTexts.LEAVES));
        String badge = upkeep.badge(key);
        Span who = say.span("who", badge.isEmpty() ? "" : say.say(StaffTexts.BADGE) + " " + badge);
        Div tools = say.box("tools-staff", who, leaves);
        if (page.scene().equals(Home.SCENE)) {
            tools.add(maintenance(say));
        } else {
            tools.add(say.button("home", StaffTexts.HOME, () -> show(home(), Words.NONE)));
        }
        tools.add(
                say.button("language", StaffTexts.LANGUAGE, this::switchLanguage),
                say.button("leave", StaffTexts.LEAVE, this::leave));
        return say.box("head", new H1(say.say(page.title())), tools);
    }

    private NativeButton maintenance(Controls say) {
        boolean on = upkeep.maintained(key);
        NativeButton button = say.button(
                on ? "serve" : "maintain",
                on ? StaffTexts.SERVE : StaffTexts.MAINTAIN,
                () -> waited(() -> {
                    upkeep.maintain(key, !on);
                    return StaffTexts.DONE;
                }));
        button.addClassName(on ? "main" : "plain");
        return button;
    }

    /**
     * Does something; where that needs a second person, asks for one and does it again with their badge.
     *
     * @param what is confirmed, for the second person to read
     * @param after where to go when it is done
     */
    void act(Words what, Page after, Function<Optional<Badge>, Upkeep.Done> act) {
        attempt(what, page, after, act, Optional.empty());
    }

    private void attempt(
            Words what, Page before, Page after, Function<Optional<Badge>, Upkeep.Done> act, Optional<Badge> second) {
        try {
            switch (act.apply(second)) {
                case Upkeep.Done.Well() -> show(after, StaffTexts.DONE);
                case Upkeep.Done.Refused(var why, var detail)
                when Refusals.second(why) ->
                    show(
                            new SecondPage(
                                    what,
                                    upkeep.asks(),
                                    badge -> attempt(what, before, after, act, Optional.of(badge)),
                                    () -> show(before, Words.NONE)),
                            Refusals.words(why, detail));
                case Upkeep.Done.Refused(var why, var detail) -> show(before, Refusals.words(why, detail));
            }
        } catch (Upkeep.NotEntered old) {
            door("");
        }
    }

    /** Waits for a device on a thread of its own, so that this page and the citizen's never stand still for it. */
    void waited(Supplier<Words> work) {
        UI ui = UI.getCurrent();
        told(StaffTexts.WORKING);
        String asked = key;
        Thread.ofVirtual().name("staff-work").start(() -> {
            Words told = ended(work);
            try {
                var unused = ui.access(() -> {
                    if (!key.isEmpty() && key.equals(asked)) {
                        told(told);
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

    private void switchLanguage() {
        tongue = tongue.other();
        told(Words.NONE);
    }

    /** Wipes what is on the screen and forgets the key. */
    void leave() {
        if (!key.isEmpty()) {
            upkeep.leave(key);
        }
        door("");
    }
}
