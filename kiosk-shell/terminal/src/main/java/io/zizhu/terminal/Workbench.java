package io.zizhu.terminal;

import io.zizhu.catalogue.Words;
import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.keep.Missed;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.profile.Ability;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.devices.Keepers;
import io.zizhu.terminal.xfs.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The terminal's devices as others may work on them: every act is a row of the journal first, and paper is counted. */
final class Workbench implements Workshop {
    private static final String OWNER = "xfs";

    private final Keepers keepers;
    private final Paper paper;
    private final Journal journal;
    private final Supplier<Optional<Duration>> maintenance;

    Workbench(Keepers keepers, Paper paper, Journal journal, Supplier<Optional<Duration>> maintenance) {
        this.keepers = keepers;
        this.paper = paper;
        this.journal = journal;
        this.maintenance = maintenance;
    }

    @Override
    public List<DeviceState> states() {
        return keepers.states();
    }

    @Override
    public String driver(DeviceId device) {
        return keepers.binding(device).map(Binding::driver).orElse("");
    }

    @Override
    public Set<Ability> abilities(DeviceId device) {
        return keepers.abilities(device);
    }

    @Override
    public Optional<Duration> maintenance() {
        return maintenance.get();
    }

    @Override
    public Optional<Lease<? extends Device>> lease(DeviceId device, Duration atMost) {
        return keepers.lease(device, OWNER, atMost);
    }

    @Override
    public void note(DeviceId device, String command) {
        journal.note(VisitId.NONE, Entry.of(OWNER, Map.of("device", device.value(), "command", command)));
    }

    @Override
    public void reset(DeviceId device) {
        keepers.reset(device);
    }

    @Override
    public Sheet testPrint(DeviceId device, Lease<? extends Device> lease, Patience patience) {
        byte[] page = paper.testPage();
        Slip slip = paper.slip(List.of(new Paper.Row.Title(new Words("测试", "Test")), new Paper.Row.Rule()));
        boolean onSheet = keepers.states().stream()
                .anyMatch(state -> state.id().equals(device) && state.kind() == DeviceKind.CERTIFICATE_PRINTER);
        Map<String, String> number =
                onSheet ? journal.nextSheet().map(next -> Map.of("sheet", next)).orElse(Map.of()) : Map.of();
        long row = journal.intent(
                VisitId.NONE,
                Entry.of("test-print", Map.of("device", device.value())).and(number));
        Printed printed = lease.ask(
                patience,
                live -> switch (live) {
                    case SheetPrinter printer -> new Printed("a4", 1, printer.print("zizhu-test", page, patience));
                    case SlipPrinter printer -> new Printed("roll", slip.millimetres(), printer.print(slip, patience));
                    default ->
                        new Printed(
                                "", 0, new Sheet.Refused(new Fault(Fault.Kind.REFUSED, device + " prints nothing")));
                },
                missed -> new Printed("", 0, unprinted(missed)));
        Entry outcome =
                Entry.of("test-print", Map.of("result", word(printed.sheet()))).and(number);
        boolean gone = printed.sheet() instanceof Sheet.Out || printed.sheet() instanceof Sheet.Jammed;
        journal.outcome(row, gone ? outcome.using(printed.supply(), -printed.used()) : outcome);
        return printed.sheet();
    }

    /** As the rows of every print say it. */
    private static String word(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Out _ -> "out";
            case Sheet.Refused _ -> "refused";
            case Sheet.Jammed _ -> "jammed";
            case Sheet.Unknown _ -> "unknown";
        };
    }

    /**
     * How it ended.
     *
     * @param supply what was printed on, where anything was
     * @param used how much of it one print is
     */
    private record Printed(String supply, int used, Sheet sheet) {}

    private static Sheet unprinted(Missed missed) {
        return missed.begun() ? new Sheet.Unknown("", missed.fault()) : new Sheet.Refused(missed.fault());
    }
}
