package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.zizhu.central.fleet.Fleet.AlarmLine;
import io.zizhu.central.fleet.Fleet.OfficerCase;

/** What a person has to look at: cases for an officer, by number only, and alarms of the line and of money. */
@Route(value = "watch", layout = Frame.class)
public final class Watch extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final Grid<OfficerCase> cases = Kit.grid(OfficerCase.class);
    private final Grid<AlarmLine> alarms = Kit.grid(AlarmLine.class);

    /** Called by Vaadin for every window. */
    public Watch() {
        getElement().setAttribute("data-view", "watch");
        Kit.text(cases, getTranslation("number"), OfficerCase::number);
        Kit.text(cases, getTranslation("item"), OfficerCase::item);
        Kit.text(cases, getTranslation("terminal"), OfficerCase::terminal);
        Kit.text(cases, getTranslation("time"), each -> Kit.time(each.made()));
        cases.setEmptyStateText(getTranslation("cases.none"));
        Kit.text(alarms, getTranslation("time"), alarm -> Kit.time(alarm.at()));
        Kit.text(alarms, getTranslation("terminal"), AlarmLine::terminal);
        Kit.text(alarms, getTranslation("what"), alarm -> getTranslation("alarm." + alarm.kind()));
        Kit.prose(alarms, getTranslation("facts"), AlarmLine::detail);
        alarms.setEmptyStateText(getTranslation("alarms.none"));
        var columns = new Div(Kit.card(getTranslation("cases"), cases), Kit.card(getTranslation("alarms"), alarms));
        columns.addClassName("columns");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.watch") + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Kit.live(attached, () -> {
            Kit.show(cases, Counter.fleet().officerCases());
            Kit.show(alarms, Counter.fleet().alarms());
        });
    }
}
