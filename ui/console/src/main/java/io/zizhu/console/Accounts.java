package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.zizhu.catalogue.Words;
import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.Books.DayLine;
import io.zizhu.console.shell.Texts;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The books of a site's day: every payment with what each source says of it, and the exceptions a supervisor settles. */
@Route(value = "books", layout = Frame.class)
public final class Accounts extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String PAD = "PAD ";

    private final Select<String> site = new Select<>();
    private final DatePicker day = new DatePicker();
    private final Span sum = new Span();
    private final Grid<Row> lines = Kit.grid(Row.class);
    private final Exceptions exceptions = new Exceptions();

    /** One line of one terminal. */
    private record Row(String terminal, DayLine line) {}

    /** Called by Vaadin for every window. */
    public Accounts() {
        getElement().setAttribute("data-view", "books");
        site.setLabel(getTranslation("site"));
        site.setItemLabelGenerator(name -> name.isEmpty() ? getTranslation("site.none") : name);
        site.getElement().setAttribute("data-field", "site");
        day.setLabel(getTranslation("day"));
        day.getElement().setAttribute("data-field", "day");
        site.addValueChangeListener(_ -> look());
        day.addValueChangeListener(_ -> look());
        columns();
        var bar = new Div(site, day, sum, sheet());
        bar.addClassName("wanted");
        add(Kit.card(getTranslation("nav.books"), bar, lines), exceptions);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.books") + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        List<String> names = books().sites().stream().map(Books.Site::name).toList();
        site.setItems(names);
        day.setMax(books().today());
        day.setValue(books().today());
        if (!names.isEmpty()) {
            site.setValue(names.getLast());
        }
        Kit.live(attached, () -> {
            look();
            exceptions.look();
        });
    }

    private static Books books() {
        return Counter.fleet().books();
    }

    private void columns() {
        Kit.text(lines, getTranslation("terminal"), Row::terminal);
        Kit.text(lines, getTranslation("time"), row -> Kit.time(row.line.at()));
        Kit.text(lines, getTranslation("case"), row -> ref(this, row.line.ref()));
        Kit.text(lines, getTranslation("way"), row -> way(row.line.way()));
        Kit.text(lines, getTranslation("amount"), row -> Kit.yuan(row.line.fen()));
        Kit.prose(lines, getTranslation("receipt"), row -> receipt(row.line.receipt()));
        Kit.prose(lines, getTranslation("office"), row -> stands(row.line));
        Kit.text(lines, getTranslation("order"), row -> order(row.line.order()));
        Kit.piece(lines, getTranslation("verdict"), this::verdict)
                .setAutoWidth(false)
                .setWidth("17em")
                .setFlexGrow(4);
        lines.setEmptyStateText(getTranslation("books.none"));
    }

    /** The back office's word for the case, then the receipt it was told of. */
    private String stands(DayLine line) {
        String[] parts = line.office().split(" ", 2);
        if (parts[0].isEmpty()) {
            return "";
        }
        String word = getTranslation("matter." + parts[0]);
        if (parts.length == 1) {
            return word;
        }
        return parts[1].equals(line.receipt()) ? getTranslation("books.same", word) : word + " " + receipt(parts[1]);
    }

    /** As the pad or the order has it; where staff vouch for the money, their badges. */
    private String receipt(String receipt) {
        String[] parts = receipt.split("/", -1);
        return parts.length == 3 && parts[0].equals("staff")
                ? getTranslation("books.staff", parts[1], parts[2])
                : receipt;
    }

    private String way(String way) {
        return way.isEmpty() ? "–" : getTranslation("way." + way);
    }

    private Component verdict(Row row) {
        var verdict = new Div(Kit.pill(words(this, row.line.means()), row.line.exception() ? "bad" : "good"));
        verdict.addClassName("prose");
        if (!row.line.remark().isEmpty()) {
            verdict.add(new Div(row.line.remark()));
        }
        return verdict;
    }

    /** The case's number; a closing of the day is called by its row in the journal. */
    static String ref(Component view, String ref) {
        return ref.contains("@") ? view.getTranslation("books.close", ref.substring(ref.lastIndexOf('/') + 1)) : ref;
    }

    /** What the payment office says, or the pad's own sum. */
    private String order(String order) {
        return order.startsWith(PAD) ? getTranslation("books.pad", order.substring(PAD.length())) : order;
    }

    /** In the window's language. */
    static String words(Component view, Words words) {
        boolean english = view.getUI()
                .map(UI::getLocale)
                .filter(locale -> locale.getLanguage().equals(Texts.EN.getLanguage()))
                .isPresent();
        return english ? words.en() : words.zh();
    }

    private void look() {
        Optional<Books.Day> page = wanted().flatMap(wanted -> books().day(wanted.name, wanted.day));
        Kit.show(
                lines,
                page.stream()
                        .flatMap(each -> each.terminals().stream())
                        .flatMap(each -> each.lines().stream().map(line -> new Row(each.terminal(), line)))
                        .toList());
        sum.setText(page.map(each -> getTranslation("books.sum", Kit.yuan(each.kept()), each.exceptions()))
                .orElse(""));
    }

    private record Wanted(String name, LocalDate day) {}

    private Optional<Wanted> wanted() {
        return Optional.ofNullable(site.getValue())
                .flatMap(name -> Optional.ofNullable(day.getValue()).map(date -> new Wanted(name, date)));
    }

    private Anchor sheet() {
        var anchor = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    byte[] csv = wanted().flatMap(wanted -> books().sheet(wanted.name, wanted.day))
                            .orElse(new byte[0]);
                    String name = "zizhu-"
                            + wanted().map(Wanted::day).map(LocalDate::toString).orElse("") + ".csv";
                    return new DownloadResponse(new ByteArrayInputStream(csv), name, "text/csv", csv.length);
                }),
                getTranslation("books.csv"));
        anchor.getElement().setAttribute("data-act", "csv");
        return anchor;
    }
}
