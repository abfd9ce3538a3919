package io.zizhu.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.zizhu.central.fleet.Archive;
import io.zizhu.central.fleet.Archive.Proof;
import io.zizhu.central.fleet.Archive.Result;
import io.zizhu.central.fleet.Archive.RowLine;
import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.Fleet.Technician;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Search by case, terminal and member of staff, and the proof that the rows found are complete and unaltered. */
@Route(value = "audit", layout = Frame.class)
public final class Audit extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final LocalDate EVER = LocalDate.of(9998, 12, 31);

    private final TextField caseNumber = field("case");
    private final TextField terminal = field("terminal");
    private final TextField officer = field("officer");
    private final DatePicker from = new DatePicker(getTranslation("audit.from"));
    private final DatePicker to = new DatePicker(getTranslation("audit.to"));
    private final Span count = new Span();
    private final Div proof = new Div();
    private final Grid<RowLine> rows = Kit.grid(RowLine.class);

    /** Called by Vaadin for every window. */
    public Audit() {
        getElement().setAttribute("data-view", "audit");
        from.getElement().setAttribute("data-field", "from");
        to.getElement().setAttribute("data-field", "to");
        var search = Kit.act(new Button(getTranslation("audit.search"), _ -> search()), "search");
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search.addClickShortcut(Key.ENTER);
        var wanted = new Div(caseNumber, terminal, officer, from, to, search);
        wanted.addClassName("wanted");
        proof.addClassName("proof");
        proof.getElement().setAttribute("data-proof", "");
        proof.getElement().setAttribute("role", "status");
        columns();
        add(
                Counter.supervises()
                        ? Kit.card(
                                getTranslation("nav.audit"),
                                new Span(getTranslation("audit.recorded")),
                                wanted,
                                count,
                                proof,
                                rows)
                        : Kit.card(getTranslation("nav.audit"), Kit.note(supervisorsOnly())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit") + " – " + getTranslation("title");
    }

    private String supervisorsOnly() {
        return getTranslation(
                "audit.supervisor", Counter.technician().map(Technician::name).orElse(""));
    }

    private TextField field(String name) {
        var field = new TextField(getTranslation(name));
        field.setMaxLength(80);
        field.getElement().setAttribute("data-field", name);
        return field;
    }

    private void columns() {
        Kit.text(rows, getTranslation("time"), row -> Kit.time(row.at()));
        Kit.text(rows, getTranslation("terminal"), RowLine::terminal);
        Kit.text(rows, getTranslation("row"), row -> row.epoch() == 1 ? "" + row.seq() : row.epoch() + "/" + row.seq());
        Kit.text(rows, getTranslation("what"), row -> getTranslation("kind." + row.kind()));
        Kit.prose(rows, getTranslation("facts"), Audit::open).setAutoWidth(false);
        Kit.piece(rows, getTranslation("audit.proof"), this::prove);
        rows.setEmptyStateText(getTranslation("audit.none"));
    }

    private static String open(RowLine row) {
        return new TreeMap<>(row.open())
                .entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private static Archive archive() {
        return Counter.fleet().archive();
    }

    private void search() {
        proof.setText("");
        switch (archive()
                .search(
                        Counter.someone(),
                        caseNumber.getValue(),
                        terminal.getValue(),
                        officer.getValue(),
                        begin(from.getValue(), LocalDate.EPOCH),
                        begin(to.getValue(), EVER.minusDays(1), 1))) {
            case Result.Found(var found, long all) -> {
                rows.setItems(found);
                rows.recalculateColumnWidths();
                count.setText(getTranslation("audit.count", all, found.size()));
            }
            case Result.NotSupervisor() -> {
                rows.setItems(List.of());
                count.setText("");
                Kit.bad(supervisorsOnly());
            }
            case Result.Refused(String why) -> {
                rows.setItems(List.of());
                count.setText("");
                Kit.bad(getTranslation("said.refused", why));
            }
        }
    }

    private static Instant begin(@Nullable LocalDate day, LocalDate otherwise) {
        return begin(day, otherwise, 0);
    }

    private static Instant begin(@Nullable LocalDate day, LocalDate otherwise, int later) {
        return (day == null ? otherwise : day)
                .plusDays(later)
                .atStartOfDay(Books.ZONE)
                .toInstant();
    }

    /** Of everything that was found in the same journal. */
    private Component prove(RowLine row) {
        return Kit.act(
                new Button(getTranslation("audit.prove"), _ -> {
                    List<RowLine> same = rows.getListDataView()
                            .getItems()
                            .filter(each -> each.terminal().equals(row.terminal()) && each.epoch() == row.epoch())
                            .toList();
                    long first = same.getFirst().seq();
                    long last = same.getLast().seq();
                    Proof said = archive().prove(Counter.someone(), row.terminal(), row.epoch(), first, last);
                    proof.setText(words(row.terminal(), first, last, said));
                    proof.getElement()
                            .setAttribute("data-proof", said.getClass().getSimpleName());
                }),
                "prove");
    }

    private String words(String terminal, long first, long last, Proof said) {
        String range = getTranslation("audit.range", String.valueOf(first), String.valueOf(last), terminal);
        return range
                + switch (said) {
                    case Proof.Signed(long head, Instant signed, String key) ->
                        getTranslation("audit.signed", Kit.time(signed), String.valueOf(head), key);
                    case Proof.Linked(long upTo) when upTo < first -> getTranslation("audit.unsigned");
                    case Proof.Linked(long upTo) -> getTranslation("audit.linked", String.valueOf(upTo));
                    case Proof.Broken(long row, String why) -> getTranslation("audit.broken", String.valueOf(row), why);
                    case Proof.Unknown() -> getTranslation("audit.unknown");
                };
    }
}
