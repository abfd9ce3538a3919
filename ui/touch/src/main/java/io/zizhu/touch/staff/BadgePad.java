package io.zizhu.touch.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Keys;
import io.zizhu.touch.staff.words.StaffTexts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where a badge number, a PIN and a badge app's code are typed; all of it is forgotten when it was shown once. */
final class BadgePad extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 12;

    private enum Part {
        BADGE("badge"),
        PIN("pin"),
        CODE("code");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        private Words words() {
            return switch (this) {
                case BADGE -> StaffTexts.BADGE;
                case PIN -> StaffTexts.PIN;
                case CODE -> StaffTexts.CODE;
            };
        }
    }

    private final Map<Part, String> typed = new EnumMap<>(Part.class);
    private final Map<Part, NativeButton> boxes = new EnumMap<>(Part.class);
    private final Map<Part, Span> shown = new EnumMap<>(Part.class);
    private final List<Part> parts = new ArrayList<>();
    private Part active;

    /** @param done hears what was typed when the last part is there */
    BadgePad(Controls say, Upkeep.Asks asks, Consumer<Badge> done) {
        addClassName("badge-pad");
        if (asks.badge()) {
            parts.add(Part.BADGE);
        }
        parts.add(Part.PIN);
        if (asks.code()) {
            parts.add(Part.CODE);
        }
        active = parts.getFirst();
        parts.forEach(part -> add(box(say, part)));
        add(new Keys(say, this::digit, this::delete), say.main("enter", StaffTexts.ENTER, () -> {
            if (!onward()) {
                Badge badge = new Badge(typed(Part.BADGE), typed(Part.PIN), typed(Part.CODE));
                parts.forEach(part -> put(part, ""));
                done.accept(badge);
            }
        }));
        light();
    }

    private NativeButton box(Controls say, Part part) {
        NativeButton box = say.button("field", Words.NONE, () -> {
            active = part;
            light();
        });
        box.addClassName("typed");
        box.getElement().setAttribute("data-field", part.field);
        Span content = say.span("value", "");
        shown.put(part, content);
        boxes.put(part, box);
        box.add(say.span("label", say.say(part.words())), content);
        return box;
    }

    private void digit(String digit) {
        if (typed(active).length() < MOST_DIGITS) {
            put(active, typed(active) + digit);
        }
    }

    private void delete() {
        String text = typed(active);
        put(active, text.isEmpty() ? "" : text.substring(0, text.length() - 1));
    }

    /** To the next part that is still empty; a code may stay so, for not every badge has an app. */
    private boolean onward() {
        int at = parts.indexOf(active);
        if (at + 1 < parts.size() && typed(parts.get(at + 1)).isEmpty()) {
            active = parts.get(at + 1);
            light();
            return true;
        }
        return false;
    }

    private String typed(Part part) {
        return typed.getOrDefault(part, "");
    }

    private void put(Part part, String text) {
        typed.put(part, text);
        Span content = shown.get(part);
        if (content != null) {
            content.setText(part == Part.PIN ? "•".repeat(text.length()) : text);
        }
    }

    private void light() {
        boxes.forEach((part, box) -> box.setClassName("active", part == active));
    }
}
