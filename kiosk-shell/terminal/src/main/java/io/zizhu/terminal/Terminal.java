package io.zizhu.terminal;

import io.zizhu.agent.Agent;
import io.zizhu.agent.line.Identity;
import io.zizhu.agent.rollout.Rollout;
import io.zizhu.service.day.DayClose;
import io.zizhu.service.port.Devices;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.upkeep.StaffRoom;
import io.zizhu.service.visit.Counter;
import io.zizhu.service.visit.Timing;
import io.zizhu.terminal.CannotStart.Reason;
import io.zizhu.terminal.centre.BackOffices;
import io.zizhu.terminal.centre.DayOffice;
import io.zizhu.terminal.centre.PayOffices;
import io.zizhu.terminal.cut.Cuts;
import io.zizhu.terminal.devices.Drivers;
import io.zizhu.terminal.devices.Keepers;
import io.zizhu.terminal.journal.Eraser;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.paper.Typesetter;
import io.zizhu.terminal.tenant.Factory;
import io.zizhu.terminal.watch.Edge;
import io.zizhu.terminal.watch.NoWorse;
import io.zizhu.terminal.watch.Systemd;
import io.zizhu.terminal.watch.Watchdog;
import io.zizhu.terminal.web.FrontDoor;
import io.zizhu.terminal.web.Health;
import io.zizhu.terminal.xfs.XfsDoor;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.report.RolloutReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one process of a terminal. Prints {@code TERMINAL READY citizen=<url> staff=<url>} when both surfaces answer, and
 * stays until SIGTERM.
 *
 * <p>Exit codes: 0 stopped, also by staff, who want it started again; 2 usage; 3 data folder or journal; 4 factory
 * section; 5 join refused; 6 centre away while joining; 7 fonts; 8 door (ports or screens); 1 a bug.
 */
public final class Terminal implements AutoCloseable {
    private final Logger log = LoggerFactory.getLogger(Terminal.class);
    private final Options options;
    private final Cuts cuts;
    private final InstantSource clock = InstantSource.system();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Terminal(Options options) {
        this.options = options;
        this.cuts = new Cuts(options.cuts());
    }

    public static void main(String[] args) throws Exception {
        try {
            Options options = Options.parse(args);
            System.setProperty(
                    "zizhu.log", options.data().resolve("terminal.log").toString());
            if (System.getProperty("logback.configurationFile") == null) {
                System.setProperty("logback.configurationFile", "terminal-logback.xml");
            }
            var terminal = new Terminal(options);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(terminal::close));
            String urls = terminal.start();
            System.out.println("TERMINAL READY " + urls);
            System.out.flush();
            terminal.stopped.await();
        } catch (CannotStart cannot) {
            System.err.println("zizhu terminal: " + cannot.getMessage());
            System.exit(cannot.code());
        } catch (Exception bug) {
            LoggerFactory.getLogger(Terminal.class).error("the terminal cannot start", bug);
            System.exit(1);
        }
    }

    private String start() throws CannotStart, InterruptedException {
        Path birth = options.factory();
        List<Section> factory = CannotStart.unless(Reason.FACTORY, "--factory " + birth, () -> Factory.sections(birth));
        Typesetter paper =
                CannotStart.unless(Reason.FONTS, "paper", () -> new Typesetter(Typesetter.under(options.fonts())));
        Optional<Identity> identity = Membership.of(options, clock);
        SqliteJournal journal = keep(Membership.journal(options, identity, clock));
        var agent = new Late<Agent>();
        BackOffices.Line line = (question, patience) -> agent.get().ask(question, patience);
        BooleanSupplier there = () -> agent.get().line().connected();
        var codes = new CodePay(new PayOffices(line, there), Membership.name(identity), clock);
        var drivers = Drivers.installed(options.training(), codes.driver());
        var news = new DeviceNews();
        Keepers keepers = codes.uses(keep(new Keepers(drivers, clock, news::put)));
        var counter = new Late<Counter>();
        var centre = new BackOffices(line, there);
        Sets sets = Sets.of(drivers, keepers, () -> counter.get().refresh());
        var rows = new Stocktaker(cuts.journal(journal), clock);
        Devices hands = cuts.devices(keepers);
        counter.is(keep(new Counter(sets::shelf, rows, hands, paper, centre, clock, options.zone(), Timing.FIELD)));
        var condition =
                new Condition(keepers, journal, rows, clock, () -> agent.get().changed());
        var day = new DayClose(rows, hands, new DayOffice(line), clock);
        var staff = new StaffRoom(sets.staff(), rows, hands, paper, house(counter.get(), paper, day), clock);
        FrontDoor door = keep(door(counter.get(), staff, () -> condition.health(agent.get())));
        var proof = new NoWorse(keepers::states, () -> journal.state().ok(), door::well);
        agent.is(agent(journal, condition, sets, factory, new Pause(counter.get()), proof));
        begin(agent.get());
        journal.tell(() -> agent.get().rows());
        Thread carrier = news.carry(rows, counter.get(), agent.get());
        keep(counter.get().watch(condition::shown));
        counter.get().start();
        open(door, agent.get());
        look(counter.get(), journal, sets.privacy(), keepers, centre, staff::maintained);
        watch(journal, door);
        keep(carrier::interrupt); // before the keepers: devices that close are no news
        return "citizen=" + door.citizenUrl() + " staff=" + door.staffUrl()
                + outward(new Workbench(keepers, paper, rows, condition::maintenance), news);
    }

    private StaffRoom.House house(Counter counter, Typesetter paper, DayClose day) {
        return new StaffRoom.House(
                () -> counter.whenIdle(Terminal::leave),
                counter::idle,
                shift -> paper.handOver(shift, options.zone()),
                day);
    }

    /** On a thread of its own: the rooms close on this very exit, the one that calls among them. */
    private static void leave() {
        Thread.ofPlatform().name("restart").start(() -> System.exit(0));
    }

    private void open(FrontDoor door, Agent agent) throws CannotStart {
        open(door);
        agent.connect();
        keep(agent);
    }

    private String outward(Workbench workbench, DeviceNews news) throws CannotStart {
        Optional<XfsDoor> xfs = Outward.open(options, workbench, news);
        xfs.ifPresent(this::keep);
        return xfs.map(door -> " xfs=" + door.url()).orElse("");
    }

    private void look(
            Counter counter,
            SqliteJournal journal,
            Supplier<Duration> kept,
            Keepers keepers,
            BackOffices centre,
            BooleanSupplier maintained) {
        keep(new Eraser(journal, kept, counter::idle));
        keep(new Edge("line", Shutters.LOOKED, centre::there, there -> lineTurned(counter, there)));
        Shutters.over(counter, journal, keepers::states, maintained).forEach(this::keep);
    }

    private static void lineTurned(Counter counter, boolean there) {
        counter.refresh();
        if (there) {
            counter.tellCentre();
        }
    }

    private Agent agent(
            SqliteJournal journal, Condition condition, Sets sets, List<Section> factory, Pause pause, NoWorse proof) {
        var rollout = new Rollout.Ports(
                sets.tenants(),
                factory,
                pause,
                proof,
                report -> journal.report(RolloutReport.KIND, RolloutReport.FORM.write(report)),
                clock);
        return new Agent(
                options.data(),
                new Agent.Ports(rollout, cuts.outbox(journal), condition::told),
                options.training() ? Agent.Pace.TRAINING : Agent.Pace.FIELD);
    }

    private static void begin(Agent agent) throws CannotStart {
        try {
            agent.begin();
        } catch (IllegalStateException refused) {
            throw new CannotStart(Reason.FACTORY, refused.getMessage() + "", refused);
        }
    }

    private FrontDoor door(Counter counter, StaffRoom staff, Supplier<Health> health) throws CannotStart {
        return CannotStart.unless(Reason.DOOR, "the web server cannot listen", () -> {
            var faces = FrontDoor.installedFaces();
            var house = new FrontDoor.House(counter, staff, health, Typesetter.under(options.fonts()), faces);
            return new FrontDoor(options.citizenPort(), options.staffPort(), house);
        });
    }

    private static void open(FrontDoor door) throws CannotStart {
        CannotStart.unless(Reason.DOOR, "the screens cannot be mounted", () -> {
            door.open();
            return door;
        });
    }

    private void watch(SqliteJournal journal, FrontDoor door) {
        Thread.ofVirtual().name("verify").start(journal::verify);
        Systemd.from(System.getenv()).ifPresent(systemd -> {
            systemd.say("READY=1");
            keep(() -> systemd.say("STOPPING=1"));
            if (systemd.watchdog().isPositive()) {
                keep(new Watchdog(
                        systemd::say,
                        systemd.watchdog().dividedBy(3),
                        Map.of("journal", () -> journal.state().rows() >= 0, "door", door::well)));
            }
        });
    }

    private synchronized <T extends AutoCloseable> T keep(T room) {
        open.push(room);
        return room;
    }

    /** Closes what was opened, the last first; each gets its chance. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception trouble) {
                log.warn("a room did not close cleanly", trouble);
            }
        }
        stopped.countDown();
    }
}
