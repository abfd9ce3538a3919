package io.zizhu.service.upkeep;

import io.zizhu.catalogue.Words;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Fault;
import io.zizhu.service.day.DayClose;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.stock.Book;
import io.zizhu.service.stock.HandOver;
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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** The staff's counter over the ports; every act is a journal row. */
public final class StaffRoom implements Upkeep {
    private static final String DOOR = "staff-door";
    private static final List<String> FOUND = List.of("id-card", "sheet", "slip", "bank-card", "other");
    private static final List<String> ENDS = List.of("returned", "to-counter", "destroyed");
    private static final Duration LONGEST_SHIFT = Duration.ofDays(3);
    private static final Duration RECALL = Duration.ofHours(3);
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
    private final Trials trials;
    private final House house;
    private boolean recalled;

    /**
     * What the staff ask of the terminal itself.
     *
     * @param restart ends the process in order as soon as nobody is served, so that its keeper starts it again
     * @param idle whether nobody is served just now
     * @param typesetter makes the hand-over as a PDF
     * @param day closes the pad's day
     */
    public record House(Runnable restart, BooleanSupplier idle, Function<HandOver, byte[]> typesetter, DayClose day) {}

    public StaffRoom(
            Supplier<People> people,
            Stocktaker journal,
            Devices devices,
            Paper paper,
            House house,
            InstantSource clock) {
        this.door = new Door(people, clock);
        this.witness = new Witness(door, this::note);
        this.storeroom = new Storeroom(journal, witness, clock);
        this.maintenance = new Maintenance(clock);
        this.clock = clock;
        this.journal = journal;
        this.devices = devices;
        this.trials = new Trials(journal, devices, paper);
        this.house = house;
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

    /** Once, before the first try (two screens may try at once): a restart forgets no code and no wrong PIN. */
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
    public Words test(String key, String device) {
        return trials.test(door.check(key), device, maintained() && house.idle().getAsBoolean());
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
    public DayEnded closeDay(String key) {
        Person person = door.check(key);
        if (!person.badge().isEmpty() && !person.is(Role.SUPERVISOR)) {
            return new DayEnded.NoSupervisor();
        }
        return house.day()
                .close(person.badge())
                .<DayEnded>map(DayEnded.Closed::new)
                .orElseGet(DayEnded.Busy::new);
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
    public Done settle(String key, long doubt, Settlement settlement, String remark, Optional<Badge> second) {
        Person person = door.check(key);
        Doubt open = doubts(key).stream()
                .filter(each -> each.number() == doubt)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no doubt " + doubt + " is open"));
        if (!Settlement.of(open.kind()).contains(settlement)) {
            throw new IllegalArgumentException(settlement + " is no end of a doubt about a " + open.kind());
        }
        return switch (witness.beside(person, second)) {
            case Witness.Stood.Not(var why) -> why;
            case Witness.Stood.Both(var facts) -> {
                var decided = new LinkedHashMap<>(facts);
                decided.put(Settlement.FACT, settlement.word());
                decided.put("result", remark.isBlank() ? settlement.words().zh() : remark.strip());
                journal.outcome(doubt, Entry.of(Kinds.DOUBT, decided));
                yield new Done.Well();
            }
        };
    }

    @Override
    public void restart(String key) {
        Person person = door.check(key);
        note("restart", Map.of("badge", person.badge()));
        house.restart().run();
    }

    @Override
    public HandOver shift(String key) {
        Person person = door.check(key);
        Instant now = clock.instant();
        Instant began = journal.ask(Book::shiftBegan);
        List<Journal.Kept> rows =
                journal.rows(began.isBefore(now.minus(LONGEST_SHIFT)) ? now.minus(LONGEST_SHIFT) : began, now);
        return HandOver.of(person.badge(), now, journal.ask(HandOver::balances), journal.ask(Book::sheets), rows);
    }

    @Override
    public Words handOver(String key, boolean printed) {
        HandOver shift = shift(key);
        if (printed && journal.nextSheet().isPresent()) {
            return new Words(
                    "纸盒里是编号防伪纸，交接单不能打印在上面；请在屏幕上查看。",
                    "Security paper is in, which no report is printed on; read it on the screen.");
        }
        if (printed) {
            Words said = trials.print(shift, house.typesetter().apply(shift));
            if (!said.equals(Trials.OUT)) {
                return said;
            }
        }
        note(Kinds.HAND_OVER, Map.of("badge", shift.badge(), "printed", printed ? "yes" : "no"));
        return new Words("已交接，新班次开始。", "Handed over; a new shift has begun.");
    }

    @Override
    public List<Kept> kept(String key) {
        door.check(key);
        return journal.open().stream()
                .filter(open -> open.entry().kind().equals(Kinds.RETAINED))
                .map(open ->
                        new Kept(open.intent(), open.at(), open.entry().open().getOrDefault("what", "")))
                .toList();
    }

    @Override
    public void keep(String key, String what) {
        Person person = door.check(key);
        if (!FOUND.contains(what)) {
            throw new IllegalArgumentException(what + " is not kept; known are " + FOUND);
        }
        journal.intent(VisitId.NONE, Entry.of(Kinds.RETAINED, Map.of("what", what, "badge", person.badge())));
    }

    @Override
    public void release(String key, long number, String how) {
        Person person = door.check(key);
        if (!ENDS.contains(how) || kept(key).stream().noneMatch(each -> each.number() == number)) {
            throw new IllegalArgumentException(number + " cannot end as " + how + "; known are " + ENDS);
        }
        journal.outcome(number, Entry.of(Kinds.RETAINED, Map.of("result", how, "badge", person.badge())));
    }

    private void note(String kind, Map<String, String> facts) {
        journal.note(VisitId.NONE, Entry.of(kind, facts));
    }
}
