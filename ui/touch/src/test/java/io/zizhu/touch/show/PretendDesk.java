package io.zizhu.touch.show;

import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.service.desk.Desk;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Shows what it is told to and remembers every act with its number. */
public final class PretendDesk implements Desk {
    /** An act and the number it was made at. */
    public record Done(long seen, Act act) {}

    public final List<Done> done = new CopyOnWriteArrayList<>();
    private final List<Consumer<Shown>> screens = new CopyOnWriteArrayList<>();
    private volatile Shown shown = outside(1, new Scene.Idle(Samples.WELCOME));

    public static Shown outside(long number, Scene scene) {
        return new Shown(number, scene, "", Words.NONE, 0, 0, false, false, 0);
    }

    public static Shown inside(long number, Scene scene) {
        return new Shown(number, scene, "v1", Samples.ITEM, 4, 9, true, true, 0);
    }

    public void shows(Shown next) {
        shown = next;
        screens.forEach(screen -> screen.accept(next));
    }

    public Shown shown() {
        return shown;
    }

    public int watchers() {
        return screens.size();
    }

    @Override
    public Watch watch(Consumer<Shown> screen) {
        screens.add(screen);
        screen.accept(shown);
        return () -> screens.remove(screen);
    }

    @Override
    public void act(long seen, Act act) {
        done.add(new Done(seen, act));
    }

    @Override
    public Optional<Portrait> picture(String visit, String name) {
        return Optional.empty();
    }
}
