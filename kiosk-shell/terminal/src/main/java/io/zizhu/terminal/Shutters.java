package io.zizhu.terminal;

import io.zizhu.catalogue.Words;
import io.zizhu.device.DeviceState;
import io.zizhu.service.upkeep.StaffRoom;
import io.zizhu.service.visit.Counter;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.watch.Edge;
import io.zizhu.terminal.watch.Mains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Several may close the counter, each for a reason of its own; it opens when none is left. What citizens read is what is
 * most urgent, else what came first. Any thread.
 */
final class Shutters {
    /** How often it is looked whether there is a reason. */
    static final Duration LOOKED = Duration.ofSeconds(1);

    /** The journal is torn, or the disk is full or fails: without a record nobody new is served. */
    static final Words NO_RECORD = new Words(
            "本机暂时无法安全保存办理记录，暂停服务。请使用其他终端或到人工窗口。",
            "Records cannot be kept safely at this machine now. Please use another machine or the staffed counter.");

    private final Consumer<Words> close;
    private final Consumer<Words> closeSoon;
    private final Runnable open;
    private final List<Shut> shut = new ArrayList<>();

    /** @param soon whether who is here must end as well */
    private record Shut(Words why, boolean soon) {}

    /**
     * @param close greets nobody any more, as {@link Counter#outOfService}
     * @param closeSoon ends the present visit as well, as {@link Counter#closeSoon}
     */
    Shutters(Consumer<Words> close, Consumer<Words> closeSoon, Runnable open) {
        this.close = close;
        this.closeSoon = closeSoon;
        this.open = open;
    }

    /** All that closes a terminal's counter, looked at from now on; close each when the terminal ends. */
    static List<Edge> over(
            Counter counter, SqliteJournal journal, Supplier<List<DeviceState>> devices, BooleanSupplier maintained) {
        var shutters = new Shutters(counter::outOfService, counter::closeSoon, counter::inService);
        return List.of(
                new Edge("journal", LOOKED, () -> !journal.state().ok(), shutters.by(NO_RECORD)),
                new Edge("power", LOOKED, new Mains(devices), new Outage(shutters, journal)),
                new Edge("maintenance", LOOKED, maintained, shutters.by(StaffRoom.MAINTENANCE)));
    }

    /** As {@link Counter#closeSoon}. */
    void closeSoon(Words why) {
        change(why, List.of(new Shut(why, true)));
    }

    void open(Words why) {
        change(why, List.of());
    }

    /** Greets nobody any more while there is this reason; who is here goes on to the end. */
    Consumer<Boolean> by(Words why) {
        return closed -> change(why, closed ? List.of(new Shut(why, false)) : List.of());
    }

    private synchronized void change(
            Words why, List<Shut> instead) { // the staff and the power are watched by two threads
        shut.removeIf(each -> each.why().equals(why));
        shut.addAll(instead);
        if (shut.isEmpty()) {
            open.run();
            return;
        }
        Shut first = shut.stream().filter(Shut::soon).findFirst().orElse(shut.getFirst());
        (first.soon() ? closeSoon : close).accept(first.why());
    }
}
