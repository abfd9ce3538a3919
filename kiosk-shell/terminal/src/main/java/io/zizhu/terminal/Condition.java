package io.zizhu.terminal;

import io.zizhu.agent.Agent;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Devices;
import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.StaffRoom;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.web.Health;
import io.zizhu.wire.report.DeviceReport;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.SupplyReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** How the terminal is, once for its own health page and once for the centre. Any thread. */
final class Condition {
    private static final String MAINTENANCE = "maintenance";

    private final Devices devices;
    private final SqliteJournal journal;
    private final Stocktaker stock;
    private final InstantSource clock;
    private final Runnable changed;
    private volatile Optional<Instant> maintained = Optional.empty();
    private volatile Standing standing = new Standing("starting", "");

    Condition(Devices devices, SqliteJournal journal, Stocktaker stock, InstantSource clock, Runnable changed) {
        this.devices = devices;
        this.journal = journal;
        this.stock = stock;
        this.clock = clock;
        this.changed = changed;
    }

    /** @param reason why it does not serve; empty where it does */
    private record Standing(String state, String reason) {}

    /** Hears every scene of the counter; the first is shown before it is open. */
    void shown(Shown shown) {
        Standing now = shown.scene() instanceof Scene.Closed closed
                ? new Standing(state(shown, closed), closed.why().en())
                : new Standing("inService", "");
        if (!now.equals(standing)) {
            maintained = now.state().equals(MAINTENANCE) ? Optional.of(clock.instant()) : Optional.empty();
            standing = now;
            changed.run();
        }
    }

    private static String state(Shown shown, Scene.Closed closed) {
        return closed.why().equals(StaffRoom.MAINTENANCE)
                ? MAINTENANCE
                : shown.number() <= 1 ? "starting" : "outOfService";
    }

    /** How long the staff have had the terminal to themselves; empty while it serves, or is closed for another reason. */
    Optional<Duration> maintenance() {
        return maintained.map(from -> Duration.between(from, clock.instant()));
    }

    Health health(Agent agent) {
        SqliteJournal.State rows = journal.state();
        var line = agent.line();
        Standing now = standing;
        return new Health(
                now.state(),
                now.reason(),
                devices.states(),
                bound().map(supply -> stock.ask(book -> Stock.of(book, supply, clock.instant())))
                        .toList(),
                line.connected(),
                line.since(),
                rows.ok(),
                rows.rows(),
                rows.outbox(),
                Long.toString(agent.standing().version()),
                software());
    }

    /** The agent fills in the bundle. */
    Presence.TerminalState told() {
        SqliteJournal.State rows = journal.state();
        return new Presence.TerminalState(
                clock.instant(),
                standing.state(),
                0,
                "",
                software(),
                rows.ok(),
                rows.rows(),
                rows.outbox(),
                devices.states().stream().map(Condition::report).toList(),
                bound().map(supply -> new SupplyReport(supply.word(), stock.left(supply.word())))
                        .toList());
    }

    /** What the bound devices use up. */
    private Stream<Supply> bound() {
        return Supply.of(devices.states());
    }

    private static DeviceReport report(DeviceState device) {
        String fault = device.fault().map(Fault::toString).orElse("");
        return new DeviceReport(
                device.id().value(),
                device.kind().word(),
                device.status().word(),
                device.media().word(),
                device.since(),
                fault.length() <= 400 ? fault : fault.substring(0, 400));
    }

    private static String software() {
        String version = Condition.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
