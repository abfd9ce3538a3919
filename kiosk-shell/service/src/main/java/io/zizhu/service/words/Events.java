package io.zizhu.service.words;

import io.zizhu.catalogue.Words;
import io.zizhu.service.day.DayClose;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Supply;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What rows of the journal are called to people. */
public final class Events {
    private static final Map<String, Words> NAMES = Map.ofEntries(
            Map.entry("loaded", new Words("加装", "Loaded")),
            Map.entry("counted", new Words("清点", "Counted")),
            Map.entry("spoiled", new Words("损耗", "Spoiled")),
            Map.entry("retained", new Words("遗留物", "Left behind")),
            Map.entry("maintenance", new Words("维护", "Maintenance")),
            Map.entry("device-reset", new Words("设备复位", "Device reset")),
            Map.entry("restart", new Words("重启终端", "Terminal restarted")),
            Map.entry("doubt", new Words("待处理事项", "Doubt")),
            Map.entry(DayClose.KIND, new Words("日终对账", "End of day")),
            Map.entry("device", new Words("设备故障", "Device fault")));

    private static final Map<String, Words> FACTS = Map.ofEntries(
            Map.entry("badge", new Words("胸牌", "badge")),
            Map.entry("second", new Words("第二人", "second person")),
            Map.entry("supply", new Words("耗材", "supply")),
            Map.entry("count", new Words("数量", "count")),
            Map.entry("found", new Words("实有", "found")),
            Map.entry("book", new Words("账面", "by the book")),
            Map.entry("reason", new Words("原因", "reason")),
            Map.entry("first", new Words("首号", "first number")),
            Map.entry("last", new Words("末号", "last number")),
            Map.entry("top", new Words("最上面", "on top")),
            Map.entry("rest", new Words("旧卷余量", "rest of the old roll")),
            Map.entry("state", new Words("状态", "state")),
            Map.entry("status", new Words("状态", "state")),
            Map.entry("media", new Words("介质", "media")),
            Map.entry("device", new Words("设备", "device")),
            Map.entry("id", new Words("设备", "device")),
            Map.entry("fault", new Words("故障", "fault")),
            Map.entry("kind", new Words("类别", "kind")),
            Map.entry("case", new Words("受理编号", "case")),
            Map.entry("what", new Words("物品", "what")),
            Map.entry(Settlement.FACT, new Words("核实结果", "found out")),
            Map.entry("result", new Words("结果", "result")));

    private static final Set<String> AMOUNTS = Set.of("count", "found", "book", "rest");

    private static final Map<String, Words> DOUBTS = Map.of(
            "payment", new Words("付款不明：核对支付终端后决定", "A payment is not clear: look at the pad, then decide"),
            "certificate", new Words("证明去向不明：查看出纸口后决定", "A certificate is not clear: look at the tray, then decide"),
            "withdrawal", new Words("事项撤销未确认", "A withdrawal was not confirmed"),
            "retained", new Words("扣留物品去向不明：查看后决定", "Something kept back is not clear: look, then decide"),
            "journal", new Words("日志已隔离：核对支付终端、出纸口和中心账目", "A journal was set aside: look at pad, tray and centre"));

    private Events() {}

    /** What waits for a person. */
    public static Words doubt(String kind) {
        return DOUBTS.getOrDefault(kind, new Words(kind, kind));
    }

    /** What an event says. */
    public static Words facts(HandOver.Event event) {
        return event.kind().equals(DayClose.KIND) ? day(event) : facts(event.facts());
    }

    private static Words day(HandOver.Event closing) {
        boolean closed = closing.fact("pad").equals("closed");
        String journal = yuan(closing.fact("journalFen"));
        String count = closing.fact("journalCount");
        Words both = closed
                ? new Words(
                        "刷卡机 " + yuan(closing.fact("padFen")) + " 元 " + closing.fact("padCount") + " 笔，本机 " + journal
                                + " 元 " + count + " 笔",
                        "pad " + yuan(closing.fact("padFen")) + " in " + closing.fact("padCount") + ", journal "
                                + journal + " in " + count)
                : new Words("刷卡机未完成日终", "the pad did not close its day");
        String differences = closing.fact("differences");
        return differences.equals("0")
                ? new Words(both.zh() + "，各方相符", both.en() + ", all agree")
                : new Words(both.zh() + "，差异 " + differences + " 项", both.en() + ", differences: " + differences);
    }

    private static String yuan(String fen) {
        return fen.matches("\\d{1,15}")
                ? BigDecimal.valueOf(Long.parseLong(fen), 2).toPlainString()
                : "–";
    }

    /** In order of the facts' names; values as they were written down. */
    private static Words facts(Map<String, String> facts) {
        var zh = new StringJoiner("，");
        var en = new StringJoiner(", ");
        Optional<Supply> supply = Supply.of(facts.getOrDefault("supply", ""));
        Optional<Words> found =
                Settlement.named(facts.getOrDefault(Settlement.FACT, "")).map(Settlement::words);
        new TreeMap<>(facts).forEach((name, value) -> {
            if (name.equals("result")
                    && found.filter(words -> words.zh().equals(value)).isPresent()) {
                return; // said once
            }
            Words label = FACTS.getOrDefault(name, new Words(name, name));
            Words said = supply.filter(_ -> AMOUNTS.contains(name) && value.matches("\\d{1,9}"))
                    .map(of -> amount(of, value))
                    .orElseGet(() -> said(name, value));
            if (!said.zh().isEmpty()) {
                zh.add(label.zh() + " " + said.zh());
                en.add(label.en() + " " + said.en());
            }
        });
        return new Words(zh.toString(), en.toString());
    }

    /** In the unit that the supply's name tells. */
    private static Words amount(Supply supply, String count) {
        String said = Stocks.amount(supply, Long.parseLong(count));
        return new Words(said, said);
    }

    private static Words said(String name, String value) {
        return switch (name) {
            case "supply" -> Supply.of(value).map(Stocks::name).orElse(new Words(value, value));
            case "id", "device" -> DeviceTexts.kind(value);
            case "status" -> DeviceTexts.state(value);
            case "media" -> DeviceTexts.media(value);
            case "kind" -> doubt(value);
            case Settlement.FACT ->
                Settlement.named(value).map(Settlement::words).orElse(new Words(value, value));
            case "state" -> value.equals("begun") ? new Words("开始", "begun") : new Words("结束", "ended");
            case "fault" -> {
                Words fault = DeviceTexts.fault(value);
                yield fault.zh().equals(value)
                        ? fault
                        : new Words(fault.zh() + "（" + value + "）", fault.en() + " (" + value + ")");
            }
            default -> new Words(value, value);
        };
    }

    public static Words name(String kind) {
        return NAMES.getOrDefault(kind, new Words(kind, kind));
    }
}
