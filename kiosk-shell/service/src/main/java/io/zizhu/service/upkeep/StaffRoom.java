package io.zizhu.service.upkeep;

import io.zizhu.catalogue.Words;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The staff's counter over the ports; every act is a journal row. */
public final class StaffRoom implements Upkeep {
    private static final String DOOR = "staff-door";
    private static final String TEST = "test-print";
    private static final Duration RECALL = Duration.ofHours(3);
    private static final Duration PRINT = Duration.ofSeconds(60);
    /** What citizens read while the staff work on the terminal. */
    public static final Words MAINTENANCE = new Words(
            "设备维护中，暂停服务。请使用其他终端或到人工窗口。", "Under maintenance. Please use another machine or the staffed counter.");

    private final Door door;
    private final Witness witness;
    private final Maintenance maintenance;
    private final InstantSource clock;
    private final Stocktaker journal;
    private final Storeroom storeroom;
    private final Devices devices;
    private final Paper paper;
    private boolean recalled;

    public StaffRoom(Supplier<People> people, Stocktaker journal, Devices devices, Paper paper, InstantSource clock) {
        this.door = new Door(people, clock);
        this.witness = new Witness(door, this::note);
        this.storeroom = new Storeroom(journal, witness, clock);
        this.maintenance = new Maintenance(clock);
        this.clock = clock;
        this.journal = journal;
        this.devices = devices;
        this.paper = paper;
    }

    @Override
    public Asks asks() {
        People people = door.people();
        return new Asks(people.badges(), people.codes());
    }

    @Override
    public Entrance enter(Badge badge) {
        recall();
        Door.Try tried = door.enter(badge);
        var facts = new LinkedHashMap<>(Map.of("badge", tried.badge(), "result", tried.result()));
        tried.step().ifPresent(step -> facts.put("step", Long.toString(step)));
        note(DOOR, facts);
        return tried.entrance();
    }

    /** Once, before the first try: neither a code nor a count of wrong PINs is forgotten by a restart. */
    private synchronized void recall() {
        if (recalled) {
            return;
        }
        Instant now = clock.instant();
        for (Journal.Kept row : journal.rows(now.minus(RECALL), now)) {
            if (row.kind().equals(DOOR) || row.kind().equals(Witness.ROW)) {
                Map<String, String> facts = row.open();
                String step = facts.getOrDefault("step", "");
                door.recall(
                        row.at(),
                        facts.getOrDefault("badge", ""),
                        facts.getOrDefault("result", ""),
                        step.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(step)));
            }
        }
        recalled = true;
    }

    @Override
    public void leave(String key) {
        door.leave(key).ifPresent(badge -> note(DOOR, Map.of("badge", badge, "result", "left")));
    }

    @Override
    public String badge(String key) {
        return door.check(key).badge();
    }

    @Override
    public List<Row> devices(String key) {
        door.check(key);
        return devices.states().stream()
                .map(state -> new Row(
                        state.id().value(),
                        state.kind().word(),
                        state.status().word(),
                        state.media().word(),
                        state.since(),
                        state.fault().map(Fault::toString).orElse("")))
                .toList();
    }

    @Override
    public Store store(String key) {
        Person person = door.check(key);
        List<Supply> bound = Supply.of(devices.states()).toList();
        return storeroom.of(person, bound);
    }

    @Override
    public Words testPrint(String key, String device) {
        Person person = door.check(key);
        DeviceKind kind = devices.states().stream()
                .filter(state -> state.id().value().equals(device))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no device is called " + device))
                .kind();
        boolean sheet = kind == DeviceKind.CERTIFICATE_PRINTER;
        if (!sheet && kind != DeviceKind.RECEIPT_PRINTER) {
            throw new IllegalArgumentException(device + " prints nothing");
        }
        Optional<String> number = sheet ? journal.nextSheet() : Optional.empty();
        Map<String, String> bears = number.map(each -> Map.of("sheet", each)).orElse(Map.of());
        long row = journal.intent(
                VisitId.NONE,
                Entry.of(TEST, Map.of("device", device, "badge", person.badge()))
                        .and(bears));
        Slip slip = paper.slip(List.of(new Paper.Row.Title(new Words("测试", "Test")), new Paper.Row.Rule()));
        Sheet printed = sheet
                ? devices.print("zizhu-test", paper.testPage(), Patience.of(PRINT))
                : devices.slip(slip, Patience.of(PRINT));
        journal.outcome(
                row,
                tested(printed, sheet ? Supply.A4 : Supply.ROLL, sheet ? 1 : slip.millimetres())
                        .and(bears));
        return said(printed);
    }

    private static Entry tested(Sheet printed, Supply supply, int used) {
        String result =
                switch (printed) {
                    case Sheet.Out _ -> "out";
                    case Sheet.Refused _ -> "refused";
                    case Sheet.Jammed _ -> "jammed";
                    case Sheet.Unknown _ -> "unknown";
                };
        boolean gone = printed instanceof Sheet.Out || printed instanceof Sheet.Jammed;
        Entry entry = Entry.of(TEST, Map.of("result", result));
        return gone ? entry.using(supply.word(), -used) : entry;
    }

    private static Words said(Sheet printed) {
        return switch (printed) {
            case Sheet.Out _ -> new Words("测试页已打印。", "The test page came out.");
            case Sheet.Refused refused ->
                new Words(
                        "没有打印：" + refused.fault().detail(),
                        "Not printed: " + refused.fault().detail());
            case Sheet.Jammed jammed ->
                new Words(
                        "卡纸：" + jammed.fault().detail(),
                        "Jammed: " + jammed.fault().detail());
            case Sheet.Unknown unknown ->
                new Words(
                        "不确定是否打印，请查看出纸口：" + unknown.fault().detail(),
                        "Nobody knows; look at the tray: " + unknown.fault().detail());
        };
    }

    @Override
    public void reset(String key, String device) {
        Person person = door.check(key);
        note("device-reset", Map.of("device", device, "badge", person.badge()));
        devices.reset(new DeviceId(device));
    }

    @Override
    public boolean maintained(String key) {
        door.check(key);
        return maintained();
    }

    /** The same for the terminal itself, which closes the counter by it. Any thread. */
    public boolean maintained() {
        return maintenance.active();
    }

    @Override
    public void maintain(String key, boolean on) {
        Person person = door.check(key);
        if (maintenance.set(on)) {
            note("maintenance", Map.of("state", on ? "begun" : "ended", "badge", person.badge()));
        }
    }

    @Override
    public List<Doubt> doubts(String key) {
        door.check(key);
        return journal.open().stream()
                .filter(open -> open.entry().kind().equals(Kinds.DOUBT))
                .map(open -> new Doubt(
                        open.intent(),
                        open.at(),
                        open.entry().open().getOrDefault("kind", ""),
                        open.entry().open().getOrDefault("case", ""),
                        open.entry().open().getOrDefault("reason", "")))
                .toList();
    }

    @Override
    public Done settle(String key, long doubt, String remark, Optional<Badge> second) {
        Person person = door.check(key);
        if (remark.isBlank()) {
            throw new IllegalArgumentException("say how it was decided");
        }
        if (doubts(key).stream().noneMatch(open -> open.number() == doubt)) {
            throw new IllegalArgumentException("no doubt " + doubt + " is open");
        }
        return switch (witness.beside(person, second)) {
            case Witness.Stood.Not(var why) -> why;
            case Witness.Stood.Both(var facts) -> {
                var decided = new LinkedHashMap<>(facts);
                decided.put("result", remark.strip());
                journal.outcome(doubt, Entry.of(Kinds.DOUBT, decided));
                yield new Done.Well();
            }
        };
    }

    private void note(String kind, Map<String, String> facts) {
        journal.note(VisitId.NONE, Entry.of(kind, facts));
    }
}
