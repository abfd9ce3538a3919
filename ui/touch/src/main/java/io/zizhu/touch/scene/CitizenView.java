package io.zizhu.touch.scene;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServlet;
import io.zizhu.service.desk.Desk;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;
import io.zizhu.touch.kit.Tongue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The citizen's screen: hears the desk, shows the scene inside its frame, tells what was pressed. */
@Route("")
public final class CitizenView extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CitizenView.class);
    private static final int TOUCH_EVERY_MILLIS = 5_000;

    private final transient Desk desk;
    private final transient Frame frame = new Frame(this);
    private final Map<String, String> draft = new HashMap<>();
    private final Map<String, Component> kept = new HashMap<>();
    private final transient AtomicReference<@Nullable Shown> latest = new AtomicReference<>();
    private transient Desk.@Nullable Watch watch;
    private transient @Nullable Shown shown;
    private Tongue tongue = Tongue.ZH;
    private boolean elder;

    public CitizenView() {
        this((Desk) Objects.requireNonNull(
                VaadinServlet.getCurrent().getServletContext().getAttribute(Desk.class.getName()),
                "the terminal hands over a Desk"));
    }

    CitizenView(Desk desk) {
        this.desk = desk;
        addClassName("kiosk");
        getElement().addEventListener("pointerdown", _ -> tell(new Act.Touch())).throttle(TOUCH_EVERY_MILLIS);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        ui.getPage().addJavaScript("zizhu/kiosk.js");
        getElement().addEventListener("rested", _ -> rested());
        getElement().executeJs("window.zizhu && window.zizhu.rests(this)");
        watch = desk.watch(next -> hear(ui, next));
    }

    /** On a thread of the desk, which a page that is slow or was closed must neither hold up nor hurt. */
    private void hear(UI ui, Shown next) {
        latest.accumulateAndGet(next, CitizenView::later);
        if (UI.getCurrent() == ui) {
            showLatest();
            return;
        }
        Thread.ofVirtual().name("screen").start(() -> {
            try {
                var unused = ui.access(this::showLatest);
            } catch (UIDetachedException gone) {
                LOG.debug("a closed page hears no more");
            }
        });
    }

    /** The first hearing and a change may cross: the higher number is the truth, and of one number the last word. */
    private static @Nullable Shown later(@Nullable Shown held, @Nullable Shown next) {
        return held != null && next != null && held.number() > next.number() ? held : next;
    }

    private void showLatest() {
        Shown next = latest.get();
        if (next != null && !next.equals(shown)) {
            show(next);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Desk.Watch hearing = watch;
        if (hearing != null) {
            hearing.close();
        }
    }

    private void show(Shown next) {
        Shown last = shown;
        shown = next;
        if (last == null || !same(last, next)) {
            draft.clear();
            kept.clear();
            frame.close();
            if (next.scene() instanceof Scene.Idle) {
                tongue = Tongue.ZH;
                elder = false;
            }
            redraw();
        }
        frame.warn(new Controls(tongue), next.leavingSeconds());
    }

    /** An answered time warning counts on while the scene stands: what was chosen or written on it must stay. */
    private static boolean same(Shown last, Shown next) {
        return last.scene().equals(next.scene())
                && last.visit().equals(next.visit())
                && last.step() == next.step()
                && last.canBack() == next.canBack()
                && last.canQuit() == next.canQuit();
    }

    private void redraw() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        Controls controls = new Controls(tongue);
        getElement().setAttribute("data-scene", now.scene().word());
        getElement().setAttribute("lang", tongue.tag());
        setClassName("elder", elder);
        getUI().ifPresent(ui -> ui.getPage().executeJs("document.documentElement.lang = $0", tongue.tag()));
        Div scene = Scenes.of(new Booth(controls, now, draft, kept, this::tell));
        scene.addClassName("scene");
        removeAll();
        add(frame.head(controls, now), scene, frame.foot(controls, now), frame.tools(controls, elder), frame.layer());
    }

    void tell(Act act) {
        Shown now = shown;
        if (now != null) {
            desk.act(now.number(), act);
        }
    }

    /** Nobody touched the greeting for a while: the next person finds it as everybody does. */
    private void rested() {
        Shown now = shown;
        if (now != null && now.scene() instanceof Scene.Idle && (tongue != Tongue.ZH || elder || frame.opened())) {
            tongue = Tongue.ZH;
            elder = false;
            frame.close();
            redraw();
        }
    }

    void switchLanguage() {
        tongue = tongue.other();
        redraw();
    }

    void switchElder() {
        elder = !elder;
        redraw();
    }

    void speak() {
        getElement()
                .executeJs(
                        "return !!(window.zizhu && window.zizhu.speak(this.querySelector('.scene').innerText, $0))",
                        tongue.tag())
                .then(Boolean.class, spoken -> {
                    if (!spoken) {
                        frame.tell(new Controls(tongue), Texts.SPEAK, Texts.NO_VOICE);
                    }
                });
    }
}
