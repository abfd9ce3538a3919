package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.fleet.Fleet.AlarmLine;
import io.zizhu.central.fleet.Fleet.DeviceLine;
import io.zizhu.central.fleet.Fleet.JournalLine;
import io.zizhu.central.fleet.Fleet.ReportLine;
import io.zizhu.central.fleet.Fleet.VisitLine;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One terminal: devices, bundle, last visits without anything about the visitors, what it said of bundles. */
@Route(value = "terminal", layout = Frame.class)
public final class TerminalPage extends Main implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 12;

    private final Div head = new Div();
    private final Div facts = new Div();
    private final Grid<DeviceLine> devices = Kit.grid(DeviceLine.class);
    private final Grid<VisitLine> visits = Kit.grid(VisitLine.class);
    private final Grid<ReportLine> reports = Kit.grid(ReportLine.class);
    private final Grid<AlarmLine> alarms = Kit.grid(AlarmLine.class);
    private final Grid<JournalLine> journals = Kit.grid(JournalLine.class);
    private String id = "";
    private transient Optional<Fleet.TerminalPage> shown = Optional.empty();

    /** Called by Vaadin for every window. */
    public TerminalPage() {
        getElement().setAttribute("data-view", "terminal");
        head.addClassName("head");
        facts.addClassName("facts");
        columns();
        var columns = new Div(Kit.card(getTranslation("reports"), reports), Kit.card(getTranslation("alarms"), alarms));
        columns.addClassName("columns");
        add(
                head,
                facts,
                Kit.card(getTranslation("devices"), devices),
                Kit.card(getTranslation("visits"), visits),
                columns,
                Kit.card(getTranslation("journals"), journals));
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = parameter;
    }

    @Override
    public String getPageTitle() {
        return id + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        shown = Optional.empty();
        Kit.live(attached, this::look);
    }

    private void columns() {
        Kit.text(devices, getTranslation("device"), DeviceLine::id);
        Kit.piece(
                devices,
                getTranslation("state"),
                device -> Kit.pill(
                        getTranslation("status." + device.status()),
                        device.status().equals("online") ? "good" : "bad"));
        Kit.text(devices, getTranslation("media"), device -> getTranslation("media." + device.media()));
        Kit.text(devices, getTranslation("since"), device -> Kit.time(device.since()));
        Kit.prose(devices, getTranslation("fault"), DeviceLine::fault);
        devices.setEmptyStateText(getTranslation("devices.none"));
        Kit.text(visits, getTranslation("time"), visit -> Kit.time(visit.at()));
        Kit.text(visits, getTranslation("what"), visit -> getTranslation("kind." + visit.kind()));
        Kit.prose(visits, getTranslation("facts"), TerminalPage::open);
        visits.setEmptyStateText(getTranslation("visits.none"));
        Kit.text(reports, getTranslation("time"), report -> Kit.time(report.at()));
        Kit.text(reports, getTranslation("bundle"), ReportLine::bundle);
        Kit.piece(
                reports,
                getTranslation("result"),
                report -> Kit.pill(
                        getTranslation("result." + report.result()),
                        report.result().equals("confirmed") ? "good" : "bad"));
        Kit.prose(reports, getTranslation("reason"), ReportLine::reason);
        reports.setEmptyStateText(getTranslation("reports.none"));
        Kit.text(alarms, getTranslation("time"), alarm -> Kit.time(alarm.at()));
        Kit.text(alarms, getTranslation("what"), alarm -> getTranslation("alarm." + alarm.kind()));
        Kit.prose(alarms, getTranslation("facts"), AlarmLine::detail);
        alarms.setEmptyStateText(getTranslation("alarms.none"));
        Kit.text(journals, getTranslation("journal.epoch"), JournalLine::epoch);
        Kit.text(journals, getTranslation("journal.first"), journal -> journal.first()
                .substring(0, DIGITS));
        Kit.text(journals, getTranslation("journal.upto"), JournalLine::upTo);
        Kit.text(journals, getTranslation("journal.since"), journal -> Kit.time(journal.since()));
        Kit.text(journals, getTranslation("journal.heard"), journal -> Kit.time(journal.heard()));
    }

    private static String open(VisitLine visit) {
        return new TreeMap<>(visit.open())
                .entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(" · "));
    }

    private void look() {
        Optional<Fleet.TerminalPage> now = Counter.fleet().terminal(id);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        head.removeAll();
        facts.removeAll();
        if (now.isEmpty()) {
            head.add(new H2(getTranslation("terminal.none")));
            return;
        }
        Fleet.TerminalPage page = now.get();
        head.add(
                new H2(page.line().id()),
                Terminals.presence(this, page.line()),
                Terminals.state(this, page.line()),
                Terminals.bundle(this, page.line()),
                revoke(page),
                anew(page));
        fact("heard", Kit.time(page.line().heard()));
        fact("joined", Kit.time(page.joined()));
        fact("certificate.ends", Kit.time(page.certificateEnds()));
        fact("software", page.line().software());
        fact("rows", String.valueOf(page.upTo()));
        fact("outbox", String.valueOf(page.outbox()));
        fact("journal", getTranslation(page.journalOk() ? "journal.well" : "journal.unwell"));
        page.supplies().forEach(supply -> fact("supply." + supply.name(), String.valueOf(supply.left())));
        Kit.show(devices, page.devices());
        Kit.show(visits, page.visits());
        Kit.show(reports, page.reports());
        Kit.show(alarms, page.alarms());
        Kit.show(journals, page.journals());
    }

    private void fact(String key, String value) {
        var name = new Span(getTranslation(key));
        name.addClassName("name");
        facts.add(new Div(name, new Span(value)));
    }

    /** Only where the centre holds another history than the terminal sends. */
    private Button anew(Fleet.TerminalPage page) {
        String id = page.line().id();
        var button = new Button(getTranslation("journal.anew"), _ -> {
            var dialog = new ConfirmDialog(
                    getTranslation("journal.anew.ask", id),
                    getTranslation("journal.anew.explained"),
                    getTranslation("journal.anew"),
                    _ -> Counter.fleet().journalAnew(Counter.someone(), id));
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("cancel"));
            dialog.open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setVisible(page.alarms().stream().anyMatch(alarm -> alarm.kind().equals("fork")));
        return Kit.act(button, "journal-anew");
    }

    private Button revoke(Fleet.TerminalPage page) {
        var button = new Button(getTranslation("revoke"), _ -> {
            var dialog = new ConfirmDialog(
                    getTranslation("revoke.ask", page.line().id()),
                    getTranslation("revoke.explained"),
                    getTranslation("revoke"),
                    _ -> Counter.fleet().revoke(Counter.someone(), page.line().id()));
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("cancel"));
            dialog.setConfirmButtonTheme("error primary");
            dialog.open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        button.setVisible(!page.line().revoked());
        return Kit.act(button, "revoke");
    }
}
