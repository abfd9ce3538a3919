package io.zizhu.agent;

import io.zizhu.agent.disk.Disk;
import io.zizhu.agent.disk.Folder;
import io.zizhu.agent.line.CsrMaker;
import io.zizhu.agent.line.Identity;
import io.zizhu.agent.line.Joining;
import io.zizhu.agent.line.Joining.Joined;
import io.zizhu.agent.line.Line;
import io.zizhu.agent.line.LinePace;
import io.zizhu.agent.line.LineState;
import io.zizhu.agent.line.Link;
import io.zizhu.agent.line.Office;
import io.zizhu.agent.line.Outbox;
import io.zizhu.agent.line.Shelf;
import io.zizhu.agent.rollout.Life;
import io.zizhu.agent.rollout.Rollout;
import io.zizhu.agent.rollout.Source;
import io.zizhu.agent.slot.Slots;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.report.Presence;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's end of the line, as the terminal's main sees it. In this order: construct; {@link #begin} (tenants have
 * their sections); {@link #join} where a code was given; {@link #connect}; at the end {@link #close}. {@link #ask},
 * {@link #rows}, {@link #changed} and the readings may then be used from any thread.
 *
 * <p>Two virtual threads: the line's owner and the rollout's owner. Without an identity the terminal works on its own:
 * every question is answered {@code Away}.
 */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /**
     * All the agent's times.
     *
     * @param poll how often the pointer is asked for where no doorbell rang
     */
    public record Pace(LinePace line, Rollout.Pace rollout, Duration poll) {
        public static final Pace FIELD = new Pace(
                LinePace.FIELD,
                new Rollout.Pace(
                        Duration.ofMinutes(2), Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1)),
                Duration.ofMinutes(5));

        public static final Pace TRAINING = new Pace(
                LinePace.TRAINING,
                new Rollout.Pace(
                        Duration.ofSeconds(3), Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(10)),
                Duration.ofSeconds(10));
    }

    /**
     * @param outbox the journal's rows
     * @param state how the terminal is; the agent fills in the bundle itself
     */
    public record Ports(Rollout.Ports rollout, Outbox outbox, Supplier<Presence.TerminalState> state) {}

    private final Disk disk;
    private final Ports ports;
    private final Pace pace;
    private final Rollout rollout;
    private final BlockingQueue<Pointer> bell = new LinkedBlockingQueue<>();
    private final Thread owner;
    private volatile @Nullable Link link;

    /** @param data the terminal's folder; {@code slot-a}, {@code slot-b}, {@code slot.json}, {@code identity.json} live here */
    public Agent(Path data, Ports ports, Pace pace) {
        this.disk = new Folder(data);
        this.ports = ports;
        this.pace = pace;
        this.rollout = new Rollout(new Slots(disk), ports.rollout(), pace.rollout());
        this.owner = Thread.ofVirtual().name("rollout").unstarted(this::live);
    }

    /** Gives every tenant its section, from the active slot or the factory. Before anybody is served. */
    public void begin() {
        rollout.begin(identity().map(Agent::faith));
    }

    public Optional<Identity> identity() {
        return Identity.load(disk);
    }

    /** Joins the fleet with a one-time code; an earlier identity is replaced. Before {@link #connect}. */
    public Joined join(URI line, String tenant, String code, CsrMaker csr, Duration patience)
            throws InterruptedException {
        return new Joining(disk, csr, ports.rollout().clock()).join(line, tenant, code, patience);
    }

    /** Starts both threads where there is an identity, and says whether there is. */
    public boolean connect() {
        var identity = identity();
        identity.ifPresent(me -> {
            link = Link.open(
                    me,
                    new Line.Ports(
                            ports.outbox(),
                            this::state,
                            bell::offer,
                            ports.rollout().clock()),
                    pace.line());
            owner.start();
        });
        return identity.isPresent();
    }

    /** Asks the back office; blocks at most for the patience. */
    public Office.Heard ask(Question question, Duration patience) throws InterruptedException {
        Link now = link;
        return now == null
                ? new Office.Heard.Away("this terminal has not joined a centre")
                : now.office().ask(question, patience);
    }

    /** The journal has grown. */
    public void rows() {
        Link now = link;
        if (now != null) {
            now.line().rows();
        }
    }

    /** The terminal's state has changed. */
    public void changed() {
        Link now = link;
        if (now != null) {
            now.line().changed();
        }
    }

    public LineState line() {
        Link now = link;
        return now == null
                ? new LineState(false, ports.rollout().clock().instant(), "this terminal has not joined a centre")
                : now.line().state();
    }

    /** The bundle in force. */
    public Rollout.Standing standing() {
        return rollout.standing();
    }

    /** Where the agent is with a new one. */
    public Life life() {
        return rollout.life();
    }

    /** Ends both threads; a bundle on probation is tried once more at the next start. */
    @Override
    public void close() throws InterruptedException {
        owner.interrupt();
        Link now = link;
        if (now != null) {
            now.close();
            owner.join(Duration.ofSeconds(5));
        }
    }

    private void live() {
        Link now = link;
        var me = identity();
        if (now == null || me.isEmpty()) {
            return;
        }
        var source = new FromShelf(now.shelf());
        var faith = faith(me.get());
        try {
            while (!Thread.interrupted()) {
                news(source).ifPresent(pointer -> heard(pointer, faith, source));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last of the rings, or, after long silence, what the centre says when asked. */
    private Optional<Pointer> news(Source source) throws InterruptedException {
        Pointer rung = bell.poll(pace.poll().toMillis(), TimeUnit.MILLISECONDS);
        for (Pointer later = bell.poll(); later != null; later = bell.poll()) {
            rung = later;
        }
        return rung == null ? source.pointer(pace.rollout().fetch()) : Optional.of(rung);
    }

    /** A bug in one rollout must not end them all: a mended bundle could never arrive. */
    private void heard(Pointer pointer, Rollout.Faith faith, Source source) {
        try {
            rollout.take(pointer, faith, source);
            changed();
            rows();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("rollout of bundle {} failed", pointer.version(), bug);
        }
    }

    private Presence.TerminalState state() {
        var told = ports.state().get();
        var standing = rollout.standing();
        return new Presence.TerminalState(
                told.at(),
                told.state(),
                standing.version(),
                standing.digest(),
                told.software(),
                told.journalOk(),
                told.rows(),
                told.outbox(),
                told.devices(),
                told.supplies());
    }

    private static Rollout.Faith faith(Identity me) {
        return new Rollout.Faith(me.trust(), me.audiences());
    }

    private record FromShelf(Shelf shelf) implements Source {
        @Override
        public Optional<Pointer> pointer(Duration patience) throws InterruptedException {
            return shelf.pointer(patience);
        }

        @Override
        public Optional<byte[]> bundle(Digest digest, Duration patience) throws InterruptedException {
            return shelf.bundle(digest, patience);
        }
    }
}
