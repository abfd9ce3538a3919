package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.zizhu.central.fleet.Fleet.TerminalLine;

/** Every terminal with its live state. */
@Route(value = "", layout = Frame.class)
public final class Terminals extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final Grid<TerminalLine> grid = Kit.grid(TerminalLine.class);
    private final Span count = new Span();

    /** Called by Vaadin for every window. */
    public Terminals() {
        getElement().setAttribute("data-view", "terminals");
        Kit.piece(grid, getTranslation("terminal"), this::link);
        Kit.piece(grid, getTranslation("line"), line -> presence(this, line));
        Kit.piece(grid, getTranslation("state"), line -> state(this, line));
        Kit.piece(grid, getTranslation("devices"), this::troubles);
        Kit.piece(grid, getTranslation("bundle"), line -> bundle(this, line));
        Kit.text(grid, getTranslation("software"), TerminalLine::software);
        Kit.text(grid, getTranslation("heard"), line -> Kit.time(line.heard()));
        grid.setEmptyStateText(getTranslation("terminals.none"));
        var join = Kit.act(new Button(getTranslation("join.new"), _ -> newCode()), "join");
        var bar = new Div(count, join);
        bar.addClassName("bar");
        add(Kit.card(getTranslation("nav.terminals"), bar, grid));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.terminals") + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Kit.live(attached, this::look);
    }

    private void look() {
        var lines = Counter.fleet().terminals();
        Kit.show(grid, lines);
        long online = lines.stream().filter(TerminalLine::online).count();
        count.setText(getTranslation("terminals.count", lines.size(), online));
    }

    private Component link(TerminalLine line) {
        var link = new RouterLink(line.id(), TerminalPage.class, line.id());
        link.getElement().setAttribute("data-terminal", line.id());
        return link;
    }

    private Component troubles(TerminalLine line) {
        return line.troubles() == 0
                ? Kit.pill(getTranslation("devices.well"), "good")
                : Kit.pill(getTranslation("devices.troubles", line.troubles()), "bad");
    }

    static Component presence(Component view, TerminalLine line) {
        if (line.revoked()) {
            return Kit.pill(words(view, "revoked"), "bad");
        }
        return line.online() ? Kit.pill(words(view, "online"), "good") : Kit.pill(words(view, "offline"), "bad");
    }

    static Component state(Component view, TerminalLine line) {
        String tone =
                switch (line.state()) {
                    case "inService" -> "good";
                    case "maintenance", "starting" -> "warn";
                    default -> "bad";
                };
        return Kit.pill(words(view, "state." + line.state()), line.online() ? tone : "dim");
    }

    static Component bundle(Component view, TerminalLine line) {
        String has = line.bundle() == 0 ? words(view, "bundle.factory") : String.valueOf(line.bundle());
        if (line.wanted() == line.bundle() || line.wanted() == 0) {
            return Kit.pill(has, "good");
        }
        return Kit.pill(has + " → " + line.wanted(), "warn");
    }

    private static String words(Component view, String key) {
        return view.getUI().map(ui -> ui.getTranslation(key)).orElse(key);
    }

    private void newCode() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("join.new"));
        var code = new Pre(Counter.fleet().newJoinCode());
        code.getElement().setAttribute("data-field", "join");
        dialog.add(new Paragraph(getTranslation("join.explained")), code);
        dialog.getFooter().add(Kit.act(new Button(getTranslation("close"), _ -> dialog.close()), "close"));
        dialog.open();
    }
}
