package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Keys;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the staff see and can do once they are in. */
final class Room {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Controls say;
    private final Upkeep upkeep;
    private final String key;
    private final StaffView view;
    private Input typed = new Input();

    Room(Controls say, Upkeep upkeep, String key, StaffView view) {
        this.say = say;
        this.upkeep = upkeep;
        this.key = key;
        this.view = view;
    }

    Div draw(String told) {
        Div message = say.box("told");
        message.setText(told);
        message.getElement().setAttribute("role", "status");
        Div head = say.box(
                "head",
                new H1(say.say(StaffTexts.TITLE)),
                say.box(
                        "tools-staff",
                        maintenance(),
                        say.button("language", StaffTexts.LANGUAGE, view::switchLanguage),
                        say.button("leave", StaffTexts.LEAVE, view::leave)));
        return new Div(head, message, doubts(), devices(), supplies());
    }

    private NativeButton maintenance() {
        boolean on = upkeep.maintained(key);
        return say.button(on ? "serve" : "maintain", on ? StaffTexts.SERVE : StaffTexts.MAINTAIN, () -> {
            view.waited(() -> {
                upkeep.maintain(key, !on);
                return StaffTexts.DONE;
            });
        });
    }

    private Div devices() {
        NativeTableBody rows = new NativeTableBody();
        for (Upkeep.Row device : upkeep.devices(key)) {
            Span status = new Span(device.status());
            status.addClassName(device.status().equals("online") ? "well" : "ill");
            Div acts = new Div(act("reset", device.id(), StaffTexts.RESET, () -> {
                view.waited(() -> {
                    upkeep.reset(key, device.id());
                    return StaffTexts.DONE;
                });
            }));
            if (device.kind().endsWith("printer")) {
                acts.add(act(
                        "test",
                        device.id(),
                        StaffTexts.TEST,
                        () -> view.waited(() -> upkeep.testPrint(key, device.id()))));
            }
            NativeTableRow row = row(
                    new Span(device.id()),
                    status,
                    new Span(device.media()),
                    new Span(WHEN.format(device.since())),
                    new Span(device.fault()),
                    acts);
            row.getElement().setAttribute("data-device", device.id());
            rows.add(row);
        }
        return new Div(
                new H2(say.say(StaffTexts.DEVICES)),
                table(
                        List.of(
                                StaffTexts.DEVICE,
                                StaffTexts.STATUS,
                                StaffTexts.MEDIA,
                                StaffTexts.SINCE,
                                StaffTexts.FAULT,
                                Words.NONE),
                        rows));
    }

    private NativeButton act(String act, String device, Words words, Runnable pressed) {
        NativeButton button = say.button(act, words, pressed);
        button.getElement().setAttribute("data-device", device);
        return button;
    }

    private Div supplies() {
        NativeTableBody rows = new NativeTableBody();
        List<Input> counts = new ArrayList<>();
        for (Upkeep.Supply supply : upkeep.supplies(key)) {
            Input count = new Input();
            count.setType("number");
            count.getElement().setAttribute("data-field", supply.name());
            count.getElement().addEventListener("focus", _ -> typed = count);
            counts.add(count);
            NativeButton set = say.button("loaded", StaffTexts.SET, () -> load(supply.name(), count.getValue()));
            set.getElement().setAttribute("data-supply", supply.name());
            Words name = supply.name().equals("a4") ? StaffTexts.A4 : StaffTexts.SLIP;
            rows.add(row(new Span(say.say(name)), new Span(String.valueOf(supply.left())), new Div(count, set)));
        }
        typed = counts.isEmpty() ? typed : counts.getFirst();
        return new Div(
                new H2(say.say(StaffTexts.SUPPLIES)),
                table(List.of(Words.NONE, StaffTexts.LEFT, StaffTexts.LOADED), rows),
                new Keys(say, digit -> typed.setValue(typed.getValue() + digit), () -> {
                    String text = typed.getValue();
                    typed.setValue(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
                }));
    }

    private void load(String supply, String count) {
        if (count == null || !count.matches("\\d{1,5}") || Integer.parseInt(count) > 10_000) {
            view.room(say.say(StaffTexts.NO_NUMBER));
            return;
        }
        upkeep.loaded(key, supply, Integer.parseInt(count));
        view.room(say.say(StaffTexts.DONE));
    }

    private Div doubts() {
        List<Upkeep.Doubt> doubts = upkeep.doubts(key);
        H2 title = new H2(say.say(StaffTexts.DOUBTS));
        if (doubts.isEmpty()) {
            return new Div(title, new Paragraph(say.say(StaffTexts.NO_DOUBTS)));
        }
        NativeTableBody rows = new NativeTableBody();
        for (Upkeep.Doubt doubt : doubts) {
            Input remark = new Input();
            remark.addClassName("long");
            remark.getElement().setAttribute("data-field", "remark");
            remark.setPlaceholder(say.say(StaffTexts.REMARK));
            NativeButton settle = say.button("settle", StaffTexts.SETTLE, () -> settle(doubt, remark.getValue()));
            settle.getElement().setAttribute("data-doubt", String.valueOf(doubt.number()));
            NativeTableRow row = row(
                    new Span(WHEN.format(doubt.at())),
                    new Span(doubt.caseNumber()),
                    new Span(doubt.kind() + ": " + doubt.reason()),
                    new Div(remark, settle));
            row.getElement().setAttribute("data-doubt", String.valueOf(doubt.number()));
            rows.add(row);
            rows.add(wide(remarks(remark)));
        }
        return new Div(
                title, table(List.of(StaffTexts.SINCE, StaffTexts.CASE, StaffTexts.REASON, StaffTexts.REMARK), rows));
    }

    /** A kiosk has no keyboard: the usual decisions are one touch away. */
    private Div remarks(Input remark) {
        Div usual = say.box("usual");
        for (Words words : StaffTexts.REMARKS) {
            usual.add(say.button("remark", words, () -> remark.setValue(say.say(words))));
        }
        return usual;
    }

    private static NativeTableRow wide(Component inside) {
        NativeTableCell cell = new NativeTableCell(inside);
        cell.getElement().setAttribute("colspan", "4");
        NativeTableRow row = new NativeTableRow();
        row.add(cell);
        return row;
    }

    private void settle(Upkeep.Doubt doubt, String remark) {
        if (remark == null || remark.isBlank()) {
            view.room(say.say(StaffTexts.NO_REMARK));
            return;
        }
        upkeep.settle(key, doubt.number(), remark);
        view.room(say.say(StaffTexts.DONE));
    }

    private NativeTable table(List<Words> head, NativeTableBody rows) {
        NativeTableRow first = new NativeTableRow();
        for (Words words : head) {
            first.add(new NativeTableHeaderCell(say.say(words)));
        }
        NativeTableHeader header = new NativeTableHeader();
        header.add(first);
        NativeTable table = new NativeTable();
        table.add(header, rows);
        return table;
    }

    private static NativeTableRow row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        return row;
    }
}
