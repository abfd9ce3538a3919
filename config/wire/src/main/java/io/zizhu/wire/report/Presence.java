package io.zizhu.wire.report;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * The retained message on {@code k/<tenant>/<id>/st}: the terminal's state while it is there, a bare sign when it is not.
 * The epoch grows with every connection, so that an old will that arrives late is passed over.
 */
public sealed interface Presence {
    Form<Presence> FORM = new Form<>("presence", Presence::written, Presence::read);

    long epoch();

    /** The terminal is connected and says how it is. */
    record Online(long epoch, TerminalState state) implements Presence {}

    /** The connection broke (the broker sends the will). */
    record Lost(long epoch) implements Presence {}

    /** The terminal said goodbye: a restart or a planned stop, not a fault. */
    record Stopping(long epoch) implements Presence {}

    /**
     * How a terminal is.
     *
     * @param at the terminal's clock
     * @param state {@code inService}, {@code outOfService}, {@code maintenance} or {@code starting}
     * @param bundle version in force, 0 for the factory's
     * @param digest of the bundle in force, empty for the factory's
     * @param software version of the terminal's software
     * @param rows rows in the journal
     * @param outbox rows not yet acknowledged
     * @param supplies what is left, by the journal's count
     */
    record TerminalState(
            Instant at,
            String state,
            long bundle,
            String digest,
            String software,
            boolean journalOk,
            long rows,
            long outbox,
            List<DeviceReport> devices,
            List<SupplyReport> supplies) {
        public static final Form<TerminalState> FORM = new Form<>(
                "state",
                state -> Json.Obj.EMPTY
                        .with("at", state.at().toString())
                        .with("state", state.state())
                        .with("bundle", state.bundle())
                        .with("digest", state.digest())
                        .with("software", state.software())
                        .with("journalOk", state.journalOk())
                        .with("rows", state.rows())
                        .with("outbox", state.outbox())
                        .with(
                                "devices",
                                state.devices().stream()
                                        .map(DeviceReport.FORM::write)
                                        .toList())
                        .with(
                                "supplies",
                                state.supplies().stream()
                                        .map(SupplyReport.FORM::write)
                                        .toList()),
                fields -> new TerminalState(
                        fields.instant("at"),
                        fields.text("state", 40),
                        fields.count("bundle"),
                        fields.text("digest", 64),
                        fields.text("software", 80),
                        fields.flag("journalOk"),
                        fields.count("rows"),
                        fields.count("outbox"),
                        fields.list("devices", DeviceReport.FORM.reader()),
                        fields.list("supplies", SupplyReport.FORM.reader())));

        public TerminalState {
            devices = List.copyOf(devices);
            supplies = List.copyOf(supplies);
        }
    }

    private static Json.Obj written(Presence presence) {
        var base = Json.Obj.EMPTY.with("epoch", presence.epoch());
        return switch (presence) {
            case Online(var _, TerminalState state) ->
                base.with("presence", "online").with("state", TerminalState.FORM.write(state));
            case Lost _ -> base.with("presence", "offline");
            case Stopping _ -> base.with("presence", "stopping");
        };
    }

    private static Presence read(Fields fields) {
        long epoch = fields.count("epoch");
        return switch (fields.text("presence")) {
            case "online" -> new Online(epoch, TerminalState.FORM.reader().apply(fields.child("state")));
            case "offline" -> new Lost(epoch);
            case "stopping" -> new Stopping(epoch);
            default -> throw fields.wrong("presence", "is none of the known words");
        };
    }
}
