package io.zizhu.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.Books.ExceptionLine;
import io.zizhu.central.fleet.Books.Settled;

/** The exceptions: who looks into each, how it was settled, and the second name where money is concerned. */
final class Exceptions extends Section {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 500;

    private final Checkbox settled = new Checkbox(getTranslation("exceptions.settled"));
    private final Grid<ExceptionLine> grid = Kit.grid(ExceptionLine.class);

    Exceptions() {
        addClassName("card");
        settled.addValueChangeListener(_ -> look());
        var head = new Div(new H2(getTranslation("exceptions")), settled);
        head.addClassName("bar");
        Kit.text(grid, getTranslation("day"), ExceptionLine::day);
        Kit.text(
                grid,
                getTranslation("site"),
                line -> line.site().isEmpty() ? getTranslation("site.none") : line.site());
        Kit.text(grid, getTranslation("terminal"), ExceptionLine::terminal);
        Kit.text(grid, getTranslation("case"), line -> Accounts.ref(this, line.ref()));
        Kit.text(grid, getTranslation("amount"), line -> Kit.yuan(line.fen()));
        Kit.prose(grid, getTranslation("verdict"), line -> Accounts.words(this, line.means()));
        Kit.piece(grid, getTranslation("state"), this::state);
        Kit.prose(grid, getTranslation("remark"), ExceptionLine::remark);
        Kit.piece(grid, getTranslation("decision"), this::acts);
        grid.setEmptyStateText(getTranslation("exceptions.none"));
        add(head);
        if (!Counter.supervises()) {
            add(Kit.note(
                    getTranslation("exceptions.supervisor", Counter.someone().name())));
        }
        add(grid);
    }

    void look() {
        Kit.show(grid, books().exceptions(!settled.getValue()));
    }

    private static Books books() {
        return Counter.fleet().books();
    }

    private Component state(ExceptionLine line) {
        String tone =
                switch (line.state()) {
                    case "SETTLED", "GONE" -> "good";
                    case "OPEN" -> "bad";
                    default -> "warn";
                };
        String names = line.second().isEmpty() ? line.taker() : line.taker() + " + " + line.second();
        return new Div(Kit.pill(getTranslation("exception." + line.state()), tone), new Span(" " + names));
    }

    private Component acts(ExceptionLine line) {
        if (!Counter.supervises()) {
            return new Span();
        }
        boolean mine = line.taker().equals(Counter.someone().name());
        return switch (line.state()) {
            case "OPEN" -> new HorizontalLayout(take(line));
            case "TAKEN" -> mine ? new HorizontalLayout(settle(line)) : new HorizontalLayout(take(line));
            case "PROPOSED" ->
                mine ? new Span(getTranslation("second.supervisor")) : new HorizontalLayout(agree(line), take(line));
            default -> new Span();
        };
    }

    private Button take(ExceptionLine line) {
        var button =
                new Button(getTranslation("exception.take"), _ -> said(books().take(Counter.someone(), line.id())));
        return Kit.act(button, "take");
    }

    private Button agree(ExceptionLine line) {
        var button =
                new Button(getTranslation("exception.agree"), _ -> said(books().agree(Counter.someone(), line.id())));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Kit.act(button, "agree");
    }

    private Button settle(ExceptionLine line) {
        var button = new Button(getTranslation("exception.settle"), _ -> {
            var remark = new TextArea(getTranslation("exception.how"));
            remark.setMaxLength(LONGEST);
            remark.setWidthFull();
            remark.getElement().setAttribute("data-field", "remark");
            var dialog = new ConfirmDialog();
            dialog.setHeader(getTranslation("exception.settle") + " · " + line.ref());
            dialog.setText(new Div(new Div(getTranslation(line.two() ? "exception.two" : "exception.one")), remark));
            dialog.setConfirmText(getTranslation("exception.settle"));
            dialog.addConfirmListener(_ -> said(books().settle(Counter.someone(), line.id(), remark.getValue())));
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("cancel"));
            dialog.open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Kit.act(button, "settle");
    }

    private void said(Settled settled) {
        switch (settled) {
            case Settled.Done() -> Kit.good(getTranslation("exception.done"));
            case Settled.NotSupervisor() ->
                Kit.bad(getTranslation(
                        "exceptions.supervisor", Counter.someone().name()));
            case Settled.Refused(String why) -> Kit.bad(getTranslation("said.refused", why));
        }
        look();
    }
}
