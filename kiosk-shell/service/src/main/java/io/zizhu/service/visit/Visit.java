package io.zizhu.service.visit;

import io.zizhu.catalogue.Item;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.Portrait;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.flow.Event;
import io.zizhu.service.flow.Flow;
import io.zizhu.service.flow.Move;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.flow.Stand;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One citizen's stay. Called by the counter's thread alone; effects that wait run on threads of their own and come back
 * as {@link Command.Ended}. {@link #live()} and {@link #register()} may be asked by any thread.
 */
final class Visit {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VisitId id;
    private final Journal journal;
    private final Devices devices;
    private final Hands hands;
    private final Consumer<Command> commands;
    private final InstantSource clock;
    private final Instant begun;
    private final long row;
    private volatile Stand stand;
    private Patience waiting = Patience.ofMillis(0);
    private Patience slip = Patience.ofMillis(0);
    private final Personal personal = new Personal();
    private boolean over;

    private Visit(
            VisitId id,
            Stand stand,
            InstantSource clock,
            Journal journal,
            Devices devices,
            Hands hands,
            Consumer<Command> commands) {
        this.id = id;
        this.devices = devices;
        this.stand = stand;
        this.clock = clock;
        this.begun = clock.instant();
        this.journal = journal;
        this.hands = hands;
        this.commands = commands;
        this.row = journal.intent(
                id,
                Entry.of(
                        Kinds.VISIT,
                        Map.of(
                                "item",
                                stand.item().code(),
                                "version",
                                String.valueOf(stand.item().version()))));
        devices.begin(id.value());
    }

    static Visit begin(
            Item item,
            InstantSource clock,
            ZoneId zone,
            Journal journal,
            Devices devices,
            Hands hands,
            Consumer<Command> commands) {
        byte[] word = new byte[8];
        RANDOM.nextBytes(word);
        VisitId id = new VisitId(HexFormat.of().formatHex(word));
        List<Way> open = devices.ways().stream().sorted().toList();
        List<Way> ways = open.isEmpty() ? List.of(Way.CARD) : open;
        Stand stand = Stand.begin(id.value(), LocalDate.ofInstant(clock.instant(), zone), ways, item);
        return new Visit(id, stand, clock, journal, devices, hands, commands);
    }

    VisitId id() {
        return id;
    }

    Stand stand() {
        return stand;
    }

    Scene scene() {
        return stand.scene();
    }

    boolean over() {
        return over;
    }

    Optional<Portrait> live() {
        return stand.known().live();
    }

    Optional<Portrait> register() {
        return stand.known().register().map(known -> known.portrait());
    }

    /**
     * The first scene.
     *
     * @return true, it always changes the screen
     */
    boolean first() {
        apply(Flow.begin(stand));
        return true;
    }

    /**
     * @return whether the screen changed
     */
    boolean next(Event event) {
        Scene before = stand.scene();
        personal.took(event);
        apply(Flow.next(stand, event));
        return over || !stand.scene().equals(before);
    }

    private void apply(Move move) {
        stand = move.stand();
        for (Effect effect : move.effects()) {
            switch (effect) {
                case Effect.StopWaiting() -> waiting.cancel();
                case Effect.Wipe(var how) -> end(how);
                case Effect.Note _, Effect.OpenCase _ -> hands.carryOut(id, effect, Patience.ofMillis(0));
                default -> carryOut(effect);
            }
        }
    }

    private void carryOut(Effect effect) {
        Patience patience = hands.patienceFor(effect);
        if (effect instanceof Effect.ReadCard || effect instanceof Effect.Compare || effect instanceof Effect.Pay) {
            waiting = patience;
        } else if (effect instanceof Effect.PrintSlip) {
            slip = patience;
        }
        Thread.ofVirtual().name("visit-effect").start(() -> {
            try {
                hands.carryOut(id, effect, patience).ifPresent(event -> commands.accept(new Command.Ended(id, event)));
            } catch (RuntimeException bug) {
                commands.accept(new Command.Broke(id, bug));
            }
        });
    }

    /** Ends what a bug or a stop cut off: nothing personal stays, the journal says so. */
    void abandon(String how) {
        waiting.cancel();
        end(how);
    }

    private void end(String how) {
        if (!over) {
            forget(); // before the journal, which may be what broke
            Map<String, String> facts = Map.of(
                    "item", stand.item().code(),
                    "ending", how,
                    "seconds",
                            String.valueOf(
                                    Duration.between(begun, clock.instant()).toSeconds()));
            journal.outcome(row, Entry.of(Kinds.VISIT, facts));
            journal.close(id, Entry.of(Kinds.VISIT + "-closed", facts));
        }
    }

    /** Nothing of its person stays, and nothing goes on; no row is written. */
    void forget() {
        over = true;
        waiting.cancel();
        slip.cancel(); // a printer without paper must not bring it when its person has gone
        devices.end(id.value());
        personal.wipe();
    }

    Shown shown(long number, int leavingSeconds) {
        return new Shown(
                number,
                stand.scene(),
                id.value(),
                stand.item().name(),
                Math.min(stand.at() + 1, stand.item().steps().size()),
                stand.item().steps().size(),
                Flow.canBack(stand),
                Flow.canQuit(stand),
                leavingSeconds);
    }
}
