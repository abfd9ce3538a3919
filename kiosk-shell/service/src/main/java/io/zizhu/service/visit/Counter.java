package io.zizhu.service.visit;

import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.service.desk.Desk;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Event;
import io.zizhu.service.flow.Flow;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.item.Offers;
import io.zizhu.service.item.Shelf;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Paper;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The citizen's counter: one thread owns the scene and the visit; acts, outcomes and orders come to it through one
 * queue. Before the first greeting it finishes what the last run left open.
 */
public final class Counter implements Desk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final Words STARTING = new Words("设备正在启动，请稍候。", "Starting. Please wait.");
    private static final Words SORRY = new Words(
            "很抱歉，本机出现问题，本次办理已结束。如已付款，工作人员会核实处理。请到人工窗口。",
            "Sorry, this machine had a problem and your visit has ended. If you paid, the staff will see to it. Please"
                    + " go to the counter.");
    private static final Words KEEP_NUMBER = new Words(
            "请记下受理编号，不要再次付款：凭它可在人工窗口或任何终端查询结果。",
            "Write the case number down and do not pay again: the counter or any machine will tell you with it.");
    private static final Words NO_JOURNAL =
            new Words("本机暂停服务，请使用其他终端或到人工窗口。", "Out of service. Please use another machine or the staffed counter.");

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final CopyOnWriteArrayList<Consumer<Shown>> screens = new CopyOnWriteArrayList<>(); // many UIs, one writer
    private final Queue<Runnable> whenIdle = new ArrayDeque<>();
    private final Supplier<Shelf> shelf;
    private final Journal journal;
    private final Devices devices;
    private final Centre centre;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Doubts doubts;
    private final Unfinished unfinished;
    private final AtomicBoolean lookingAgain = new AtomicBoolean();
    private final Hands hands;
    private final Leisure leisure;

    private volatile Shown shown;
    private volatile @Nullable Visit visit; // written by the owner thread alone
    private Words closed = STARTING;
    private boolean windingUp;
    private Scene scene = new Scene.Closed(STARTING);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public Counter(
            Supplier<Shelf> shelf,
            Journal journal,
            Devices devices,
            Paper paper,
            Centre centre,
            InstantSource clock,
            ZoneId zone,
            Timing timing) {
        this.shelf = shelf;
        this.journal = journal;
        this.devices = devices;
        this.centre = centre;
        this.clock = clock;
        this.zone = zone;
        this.doubts = new Doubts(journal);
        Teller teller = new Teller(journal, centre, doubts);
        Payback payback = new Payback(journal, devices, doubts, teller, timing);
        Till till = new Till(journal, devices, doubts, teller, payback, timing);
        this.unfinished = new Unfinished(journal, devices, till, payback, doubts, teller, timing);
        this.hands = new Hands(journal, devices, paper, centre, till, doubts, teller, timing);
        this.leisure = new Leisure(timing);
        this.shown = new Shown(1, scene, "", Words.NONE, 0, 0, false, false, 0);
    }

    /** Begins: finishes open intents, then greets. Returns at once. */
    public void start() {
        thread = Thread.ofVirtual().name("visit").start(this::run);
    }

    /** True while nobody is here: a new bundle may be applied. */
    public boolean idle() {
        return visit == null;
    }

    /** Runs the work on the counter's thread as soon as nobody is here; a visit cannot begin meanwhile. */
    public void whenIdle(Runnable work) {
        commands.add(new Command.WhenIdle(work));
    }

    /** The shelf or a device's state changed: show what can be done now. */
    public void refresh() {
        commands.add(new Command.Refresh());
    }

    /** Nobody is greeted any more; who is here goes on to the end. */
    public void outOfService(Words why) {
        commands.add(new Command.Closing(why, false));
    }

    /**
     * The same, but there is little time, such as a battery at its end: what the present visit has begun (a decision, a
     * charge, a sheet) comes to a known outcome, what waits for the citizen is undone. A visit ends in minutes at most.
     */
    public void closeSoon(Words why) {
        commands.add(new Command.Closing(why, true));
    }

    public void inService() {
        commands.add(new Command.Closing(Words.NONE, false));
    }

    /**
     * Asks again about money in doubt whose device was away, and tells the centre what it has not heard yet; the terminal
     * calls it when the line comes back. Blocks; nothing where another thread is at it.
     */
    public void tellCentre() {
        if (lookingAgain.compareAndSet(false, true)) {
            try {
                unfinished.again();
            } catch (Journal.Broken broken) {
                LOG.error("what is open cannot be finished now", broken); // whoever writes next shuts the counter
            } finally {
                lookingAgain.set(false);
            }
        }
    }

    private void lookAgain() {
        Thread.ofVirtual().name("unfinished").start(this::tellCentre);
    }

    @Override
    public Watch watch(Consumer<Shown> screen) {
        screens.add(screen);
        screen.accept(shown);
        return () -> screens.remove(screen);
    }

    @Override
    public void act(long seen, Act act) {
        commands.add(new Command.Acted(seen, act));
    }

    @Override
    public Optional<Portrait> picture(String word, String name) {
        Visit present = visit;
        if (present == null || !present.id().value().equals(word)) {
            return Optional.empty();
        }
        return switch (name) {
            case "preview" -> shown.scene() instanceof Scene.Face ? devices.preview() : Optional.empty();
            case "live" -> present.live();
            case "register" -> shown.scene() instanceof Scene.Photo ? present.register() : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        stopping = true;
        commands.add(new Command.Stop());
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            lookingAgain.set(true); // nobody else may finish the same rows meanwhile
            unfinished.finish();
            lookingAgain.set(false);
            lookAgain(); // the line may have come in between
            closed = Words.NONE;
            greet();
        } catch (RuntimeException bug) {
            LOG.error("the counter could not finish what was open", bug);
            shut(NO_JOURNAL);
        }
        while (!stopping) {
            try {
                Command command = commands.poll(leisure.untilNext().toNanos(), TimeUnit.NANOSECONDS);
                if (command != null) {
                    obey(command);
                }
                tick();
            } catch (Journal.Broken broken) {
                LOG.error("the journal cannot be written; nothing more is begun", broken);
                shut(NO_JOURNAL);
            } catch (RuntimeException bug) {
                LOG.error("the visit ended by a bug", bug);
                sorry();
            } catch (InterruptedException stop) {
                stopping = true;
            }
        }
        endVisit("stopped");
    }

    private void obey(Command command) {
        switch (command) {
            case Command.Acted acted -> acted(acted);
            case Command.Ended ended -> ended(ended);
            case Command.Broke broke -> {
                LOG.error("an effect ended by a bug", broke.bug());
                Visit present = visit;
                if (present != null && present.id().equals(broke.visit())) {
                    sorry();
                }
            }
            case Command.Refresh() -> refreshed();
            case Command.WhenIdle(var work) -> {
                whenIdle.add(work);
                runWhenIdle();
            }
            case Command.Closing(var why, var soon) -> {
                closed = why;
                windingUp = soon;
                refreshed();
            }
            case Command.Stop() -> stopping = true;
        }
    }

    private void acted(Command.Acted acted) {
        leisure.touched();
        if (acted.act() instanceof Act.Touch || acted.act() instanceof Act.Stay) {
            if (shown.leavingSeconds() > 0) {
                publish(0);
            }
            return;
        }
        if (acted.seen() != shown.number()) {
            return;
        }
        Visit present = visit;
        if (present != null) {
            follow(present, present.next(new Event.Did(acted.act())));
        } else if (acted.act() instanceof Act.Choose(var code) && scene instanceof Scene.Home home) {
            choose(home, code);
        } else if ((acted.act() instanceof Act.Start && scene instanceof Scene.Idle) || scene instanceof Scene.Bye) {
            show(closed.none() ? home() : new Scene.Closed(closed));
        } else if (acted.act() instanceof Act.Quit || acted.act() instanceof Act.Back) {
            greet();
        }
    }

    private void choose(Scene.Home home, String code) {
        boolean offered = home.tiles().stream().anyMatch(tile -> tile.code().equals(code) && tile.offered());
        shelf.get().find(code).filter(_ -> offered).ifPresent(item -> {
            Visit begun = Visit.begin(item, clock, zone, journal, devices, hands, commands::add);
            visit = begun;
            follow(begun, begun.first());
        });
    }

    private void ended(Command.Ended ended) {
        Visit present = visit;
        if (present != null && present.id().equals(ended.visit())) {
            follow(present, present.next(ended.event()));
        } else {
            Personal.wipe(ended.event());
        }
    }

    /** Shows what the visit shows now; where it is over, its last words stay a moment and everything else is gone. */
    private void follow(Visit present, boolean changed) {
        if (present.over()) {
            visit = null;
            scene = present.scene();
            publish(0);
            leisure.entered(scene);
            runWhenIdle();
            lookAgain();
        } else if (changed) {
            scene = present.scene();
            publish(0);
            leisure.entered(scene);
        }
    }

    private void tick() {
        windUp();
        Visit present = visit;
        switch (leisure.due(present == null || Flow.canQuit(present.stand()))) {
            case NOTHING -> {}
            case SCENE_OVER -> {
                if (present == null) {
                    greet();
                } else {
                    follow(present, present.next(new Event.TimedOut()));
                }
            }
            case WARN -> {
                if (present != null) {
                    publish(leisure.leavingSeconds());
                }
            }
            case LEAVE -> {
                if (present == null) {
                    greet();
                } else {
                    follow(present, present.next(new Event.Did(new Act.Quit())));
                }
            }
        }
    }

    /** At every turn anew: what is under way now may wait for the citizen at the next. */
    private void windUp() {
        Visit present = visit;
        if (windingUp && present != null) {
            follow(present, present.next(new Event.Closing()));
        }
    }

    private void refreshed() {
        if (visit == null && !(scene instanceof Scene.Bye)) {
            lookAgain();
            if (!closed.none()) {
                show(new Scene.Closed(closed));
            } else if (scene instanceof Scene.Home) {
                show(home());
            } else {
                greet();
            }
        }
    }

    private void greet() {
        show(closed.none() ? new Scene.Idle(shelf.get().welcome()) : new Scene.Closed(closed));
    }

    private Scene home() {
        return new Scene.Home(
                shelf.get().welcome(),
                Offers.tiles(shelf.get(), devices.states(), centre.there(), doubts.blockPaying()));
    }

    private void show(Scene next) {
        if (!next.equals(scene)) {
            scene = next;
            publish(0);
            leisure.entered(next);
        }
    }

    private void shut(Words why) {
        String caseNumber = caseNumber();
        Visit present = visit;
        visit = null;
        if (present != null) {
            present.forget();
        }
        closed(why, caseNumber);
    }

    private void closed(Words why, String caseNumber) {
        closed = why;
        show(lastWords(why, caseNumber, new Scene.Closed(why)));
    }

    private void sorry() {
        String caseNumber = caseNumber();
        try {
            endVisit("bug");
            show(lastWords(SORRY, caseNumber, new Scene.Bye(SORRY)));
        } catch (Journal.Broken broken) { // perhaps the bug itself
            LOG.error("the journal cannot be written; nothing more is begun", broken);
            closed(NO_JOURNAL, caseNumber);
        }
    }

    private String caseNumber() {
        Visit present = visit;
        return present == null ? "" : present.stand().matter().number();
    }

    /** Who has a case hears its number before anything else is shown. */
    private static Scene lastWords(Words why, String caseNumber, Scene otherwise) {
        return caseNumber.isEmpty() ? otherwise : new Scene.Trouble(why, KEEP_NUMBER, false, caseNumber);
    }

    private void endVisit(String how) {
        Visit present = visit;
        visit = null;
        if (present != null) {
            present.abandon(how);
        }
    }

    private void runWhenIdle() {
        while (visit == null && !whenIdle.isEmpty()) {
            whenIdle.remove().run();
        }
    }

    private void publish(int leavingSeconds) {
        Visit present = visit;
        long number = leavingSeconds > 0 ? shown.number() : shown.number() + 1;
        shown = present == null
                ? new Shown(number, scene, "", Words.NONE, 0, 0, false, false, leavingSeconds)
                : present.shown(number, leavingSeconds);
        for (Consumer<Shown> screen : screens) {
            screen.accept(shown);
        }
    }
}
