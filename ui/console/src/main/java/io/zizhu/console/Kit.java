package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.ValueProvider;
import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.Fleet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small pieces that several views are made of. UI threads. */
final class Kit {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Books.ZONE);

    private Kit() {}

    /** A coloured word; the colour repeats what the word says. */
    static Span pill(String text, String tone) {
        var pill = new Span(text);
        pill.addClassNames("pill", tone);
        return pill;
    }

    /** On the clock of the stations, wherever the centre stands. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    static String time(Optional<Instant> at) {
        return at.map(TIME::format).orElse("–");
    }

    /** Fen as yuan, such as {@code 20.00}. */
    static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static Section card(String title, Component... content) {
        var card = new Section(new H2(title));
        card.addClassName("card");
        card.add(content);
        return card;
    }

    /** Says why something is not to be had here, and what to do. */
    static Div note(String text) {
        var note = new Div(new Span(text));
        note.addClassName("note");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    static <T> Grid<T> grid(Class<T> type) {
        var grid = new Grid<>(type, false);
        grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    static <T> Grid.Column<T> text(Grid<T> grid, String title, ValueProvider<T, ?> value) {
        return grid.addColumn(value).setHeader(title).setAutoWidth(true).setResizable(true);
    }

    /** A column whose long texts wrap instead of being cut. */
    static <T> Grid.Column<T> prose(Grid<T> grid, String title, ValueProvider<T, String> value) {
        return piece(grid, title, line -> {
                    var text = new Span(value.apply(line));
                    text.addClassName("prose");
                    return text;
                })
                .setFlexGrow(4);
    }

    static <T> Grid.Column<T> piece(Grid<T> grid, String title, ValueProvider<T, Component> piece) {
        return grid.addComponentColumn(piece).setHeader(title).setAutoWidth(true);
    }

    static Button act(Button button, String act) {
        button.getElement().setAttribute("data-act", act);
        return button;
    }

    /** Shows new rows only where something changed, so that nothing flickers while nothing happens. */
    static <T> void show(Grid<T> grid, List<T> rows) {
        if (!rows.equals(grid.getListDataView().getItems().toList())) {
            grid.setItems(rows);
            grid.recalculateColumnWidths();
        }
    }

    /** Calls {@code look} now and with every poll while the view is attached. */
    static void live(AttachEvent attached, Runnable look) {
        look.run();
        var registration = attached.getUI().addPollListener(_ -> look.run());
        attached.getSource().addDetachListener(gone -> {
            registration.remove();
            gone.unregisterListener();
        });
    }

    /** Says what became of a wish. */
    static void say(Component view, Fleet.Outcome outcome) {
        switch (outcome) {
            case Fleet.Outcome.Kept(long draft) -> good(words(view, "said.kept", draft));
            case Fleet.Outcome.Published(long bundle) -> good(words(view, "said.published", bundle));
            case Fleet.Outcome.Rejected(long draft) -> good(words(view, "said.rejected", draft));
            case Fleet.Outcome.Refused(String why) -> bad(words(view, "said.refused", why));
        }
    }

    static void good(String text) {
        note(text, NotificationVariant.LUMO_SUCCESS);
    }

    static void bad(String text) {
        note(text, NotificationVariant.LUMO_ERROR);
    }

    private static String words(Component view, String key, Object value) {
        return view.getUI()
                .map(ui -> ui.getTranslation(key, String.valueOf(value)))
                .orElse(key);
    }

    private static void note(String text, NotificationVariant variant) {
        var note = Notification.show(text, 6000, Notification.Position.BOTTOM_START);
        note.addThemeVariants(variant);
    }
}
