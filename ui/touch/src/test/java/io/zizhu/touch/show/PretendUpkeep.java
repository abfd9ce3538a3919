package io.zizhu.touch.show;

import io.zizhu.catalogue.Words;
import io.zizhu.service.day.DayReport;
import io.zizhu.service.day.Difference;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.port.Way;
import io.zizhu.service.stock.Balance;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.stock.Tally;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Store;
import io.zizhu.service.upkeep.Upkeep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A staff's counter that lets badge 1001 in with PIN 2468. */
public final class PretendUpkeep implements Upkeep {
    private static final Instant SINCE = Instant.parse("2026-11-21T01:00:00Z");

    public final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Doubt> doubts =
            new ArrayList<>(List.of(new Doubt(17, SINCE, "payment", "ZZ-2026-000184", "pad: no answer within 60 s")));
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private volatile boolean inside;
    private volatile boolean maintained;

    public boolean inside() {
        return inside;
    }

    /** The key has grown too old. */
    public void forgetKey() {
        inside = false;
    }

    @Override
    public Asks asks() {
        return new Asks(true, false);
    }

    @Override
    public Entrance enter(Badge badge) {
        inside = badge.number().equals("1001") && badge.pin().equals("2468");
        return inside ? new Entrance.In("k") : new Entrance.Wrong(4);
    }

    @Override
    public String badge(String key) {
        check();
        return "1001";
    }

    @Override
    public void leave(String key) {
        inside = false;
    }

    private void check() {
        if (!inside) {
            throw new NotEntered();
        }
    }

    @Override
    public List<Row> devices(String key) {
        check();
        return List.of(
                new Row("id-reader", "id-reader", "online", "unknown", SINCE, ""),
                new Row("face-camera", "face-camera", "online", "unknown", SINCE, ""),
                new Row("certificate-printer", "certificate-printer", "online", "low", SINCE, ""),
                new Row(
                        "receipt-printer",
                        "receipt-printer",
                        "offline",
                        "unknown",
                        SINCE,
                        "LOST: the serial line is gone"),
                new Row("pay-pad", "pay-pad", "online", "unknown", SINCE, ""));
    }

    @Override
    public Store store(String key) {
        check();
        return new PretendStore(done, second -> beside(second, () -> {}));
    }

    @Override
    public Words test(String key, String device) {
        done.add("test " + device);
        return new Words("测试页已打印。", "The test page came out.");
    }

    @Override
    public void restart(String key) {
        done.add("restart");
    }

    @Override
    public HandOver shift(String key) {
        check();
        return new HandOver(
                "1001",
                SINCE,
                SINCE.plusSeconds(28_800),
                List.of(
                        new Balance(Supply.A4, 20, new Tally(250, 84, 3, 0, -1, 0, 1)),
                        new Balance(Supply.ROLL, 21_400, new Tally(80_000, 15_100, 80_000, 0, 0, 0, 0))),
                List.of(),
                List.of(
                        new HandOver.Event(SINCE, "loaded", Map.of("supply", "a4", "count", "250", "badge", "1001")),
                        new HandOver.Event(
                                SINCE.plusSeconds(7200),
                                "device",
                                Map.of("id", "receipt-printer", "fault", "LOST: the serial line is gone"))));
    }

    @Override
    public Words handOver(String key, boolean printed) {
        done.add("hand-over " + printed);
        return new Words("已交接，新班次开始。", "Handed over; a new shift has begun.");
    }

    @Override
    public List<Kept> kept(String key) {
        check();
        return List.copyOf(kept);
    }

    @Override
    public void keep(String key, String what) {
        kept.add(new Kept(kept.size() + 40L, SINCE, what));
    }

    @Override
    public void release(String key, long number, String how) {
        kept.removeIf(each -> each.number() == number);
        done.add("released " + number + " " + how);
    }

    @Override
    public void reset(String key, String device) {
        done.add("reset " + device);
    }

    @Override
    public boolean maintained(String key) {
        check();
        return maintained;
    }

    @Override
    public void maintain(String key, boolean on) {
        check();
        maintained = on;
        done.add("maintained " + on);
    }

    @Override
    public DayEnded closeDay(String key) {
        check();
        done.add("day closed");
        Instant end = Instant.parse("2026-11-21T12:00:00Z");
        return new DayEnded.Closed(new DayReport(
                end.minusSeconds(86_400),
                end,
                new DayReport.Sum(31, 62_000),
                new DayReport.Sum(30, 60_000),
                Optional.of(new DayReport.Sum(29, 58_000)),
                true,
                List.of(
                        new DayReport.Line(
                                end.minusSeconds(7200),
                                "SL20261121000017",
                                Optional.of(Way.CARD),
                                "52500038/0041/000042",
                                0,
                                0),
                        new DayReport.Line(
                                end.minusSeconds(3600),
                                "SL20261121000018",
                                Optional.of(Way.CARD),
                                "52500038/0042/000043",
                                2000,
                                0)),
                List.of(
                        new Difference.DoubtCharged("SL20261121000017", 2000),
                        new Difference.NotConfirmed("SL20261121000018", 2000, "52500038/0042/000043"))));
    }

    @Override
    public List<Doubt> doubts(String key) {
        check();
        return List.copyOf(doubts);
    }

    @Override
    public Done settle(String key, long doubt, Settlement settlement, String remark, Optional<Badge> second) {
        check();
        return beside(second, () -> {
            doubts.removeIf(open -> open.number() == doubt);
            done.add("settled " + doubt + " " + settlement.word() + " with 2001");
        });
    }

    /** Badge 2001 with PIN 1357 is the only other person. */
    private static Done beside(Optional<Badge> second, Runnable act) {
        if (second.isEmpty()) {
            return new Done.Refused(Why.SECOND_NEEDED, "");
        }
        if (!second.get().number().equals("2001") || !second.get().pin().equals("1357")) {
            return new Done.Refused(Why.SECOND_REFUSED, "");
        }
        act.run();
        return new Done.Well();
    }
}
