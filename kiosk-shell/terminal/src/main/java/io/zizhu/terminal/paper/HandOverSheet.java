package io.zizhu.terminal.paper;

import io.zizhu.catalogue.Words;
import io.zizhu.service.stock.Balance;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Numbered;
import io.zizhu.service.stock.Tally;
import io.zizhu.service.words.Events;
import io.zizhu.service.words.Stocks;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Lays out the hand-over of a shift on one sheet: the balance in full, then as many of the last events as fit. */
final class HandOverSheet {
    private static final float EDGE = 48;
    private static final float FULL = Ink.WIDE - 2 * EDGE;
    private static final float LAST = Ink.HIGH - 90;
    private static final float LINE = 15;
    private static final Ink.Pen TEXT = Ink.Pen.of(9);
    private static final List<String> HEAD = List.of("耗材 Supply", "期初", "装入", "使用", "损耗", "留存", "差异", "存疑", "期末 Left");

    private final HandOver shift;
    private final FontChain chain;
    private final Ink ink;
    private final DateTimeFormatter when;
    private float at = 150;

    HandOverSheet(HandOver shift, FontChain chain, Ink ink, ZoneId zone) {
        this.shift = shift;
        this.chain = chain;
        this.ink = ink;
        this.when = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(zone);
    }

    void draw() throws IOException {
        ink.centred("交接班记录 Hand-over", 70, Ink.Pen.of(20).heavy());
        ink.centred(
                "交班胸牌 Badge " + shift.badge() + "    " + time(shift.began()) + " – " + time(shift.ended()),
                96,
                Ink.Pen.of(11));
        balance();
        sheets();
        events();
        ink.line(EDGE, Ink.HIGH - 66, EDGE + 200, Ink.HIGH - 66, 0.6f, Ink.BLACK);
        ink.left("交班人签字 Handed over by", EDGE, Ink.HIGH - 52, TEXT.grey());
        ink.line(Ink.WIDE - EDGE - 200, Ink.HIGH - 66, Ink.WIDE - EDGE, Ink.HIGH - 66, 0.6f, Ink.BLACK);
        ink.left("接班人签字 Taken over by", Ink.WIDE - EDGE - 200, Ink.HIGH - 52, TEXT.grey());
    }

    private String time(Instant instant) {
        return when.format(instant);
    }

    private void heading(String text) throws IOException {
        at += 8;
        ink.left(text, EDGE, at, Ink.Pen.of(12).heavy());
        at += LINE + 3;
    }

    private void balance() throws IOException {
        heading("耗材结存 Balance");
        row(HEAD, TEXT.heavy());
        for (Balance balance : shift.balances()) {
            Tally tally = balance.tally();
            row(
                    List.of(
                            Stocks.name(balance.supply()).zh(),
                            amount(balance, balance.opening()),
                            amount(balance, tally.loaded()),
                            amount(balance, tally.used()),
                            amount(balance, tally.spoiled()),
                            amount(balance, tally.retained()),
                            amount(balance, tally.found() + tally.unbooked()),
                            Long.toString(tally.doubtful()),
                            amount(balance, balance.left())),
                    TEXT);
        }
        ink.left("差异 = 清点差额与未登记即使用之和 Differences: counts, and use without a load", EDGE, at, TEXT.grey());
        at += LINE;
    }

    private void row(List<String> cells, Ink.Pen pen) throws IOException {
        float first = 118;
        float each = (FULL - first) / (cells.size() - 1);
        ink.left(cells.getFirst(), EDGE, at, pen);
        for (int i = 1; i < cells.size(); i++) {
            ink.right(cells.get(i), EDGE + first + i * each, at, pen);
        }
        ink.line(EDGE, at + 4, Ink.WIDE - EDGE, at + 4, 0.3f, Ink.GREY);
        at += LINE;
    }

    private static String amount(Balance balance, long count) {
        return Stocks.amount(balance.supply(), count);
    }

    /** What became of security paper: how many of each fate, and those that are not simply used by number. */
    private void sheets() throws IOException {
        if (shift.sheets().isEmpty()) {
            return;
        }
        heading("编号防伪纸 Security paper");
        ink.left(
                shift.sheets().getFirst().number() + " – "
                        + shift.sheets().getLast().number() + "，共 "
                        + shift.sheets().size() + " 张 sheets",
                EDGE,
                at,
                TEXT);
        at += LINE;
        for (Numbered sheet : shift.sheets()) {
            String word =
                    switch (sheet.fate()) {
                        case USED -> "";
                        case TAKEN -> "存疑 in doubt";
                        case SPOILED -> "损毁 spoiled";
                        case MISSING -> "缺失 missing";
                    };
            if (!word.isEmpty() && at < LAST) {
                ink.left(sheet.number() + "  " + word + "  " + time(sheet.at()), EDGE + 12, at, TEXT);
                at += LINE;
            }
        }
    }

    private void events() throws IOException {
        heading("本班事项 Events");
        int fit = Math.max(0, (int) ((LAST - at) / LINE) - 1);
        List<HandOver.Event> all = shift.events();
        List<HandOver.Event> last = all.subList(Math.max(0, all.size() - fit), all.size());
        if (last.size() < all.size()) {
            ink.left(
                    "更早的 " + (all.size() - last.size()) + " 项见日志 earlier ones are in the journal",
                    EDGE,
                    at,
                    TEXT.grey());
            at += LINE;
        }
        for (HandOver.Event event : last) {
            Words name = Events.name(event.kind());
            Words facts = Events.facts(event);
            ink.left(fitting(time(event.at()) + "  " + name.zh() + " " + name.en() + "：" + facts.zh()), EDGE, at, TEXT);
            at += LINE;
        }
    }

    /** On one line, in characters that there are glyphs of. */
    private String fitting(String text) throws IOException {
        var line = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            line.appendCodePoint(chain.face(codePoint).isPresent() ? codePoint : '?');
            if (ink.width(line.toString(), TEXT) > FULL) {
                line.setLength(Math.max(0, line.length() - 2));
                return line.append('…').toString();
            }
        }
        return line.toString();
    }
}
