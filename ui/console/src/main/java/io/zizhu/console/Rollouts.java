package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.zizhu.central.fleet.Fleet.ReportLine;
import io.zizhu.central.fleet.Fleet.RolloutLine;

/** Every published bundle, how far it has come, and what each terminal said of it. */
@Route(value = "rollouts", layout = Frame.class)
public final class Rollouts extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 12;

    private final Grid<RolloutLine> grid = Kit.grid(RolloutLine.class);

    /** Called by Vaadin for every window. */
    public Rollouts() {
        getElement().setAttribute("data-view", "rollouts");
        Kit.text(grid, getTranslation("bundle"), RolloutLine::version);
        Kit.text(grid, getTranslation("time"), rollout -> Kit.time(rollout.made()));
        Kit.text(grid, getTranslation("digest"), rollout -> rollout.digest().substring(0, DIGITS));
        Kit.piece(grid, getTranslation("ring"), this::ring);
        Kit.text(grid, getTranslation("ring.terminal"), rollout -> rollout.first()
                .orElse("–"));
        Kit.piece(grid, getTranslation("reports"), this::reports).setFlexGrow(4);
        Kit.piece(grid, "", this::widen);
        grid.setEmptyStateText(getTranslation("rollouts.none"));
        add(Kit.card(getTranslation("nav.rollouts"), grid));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rollouts") + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Kit.live(attached, () -> Kit.show(grid, Counter.fleet().rollouts()));
    }

    private Component ring(RolloutLine rollout) {
        String tone =
                switch (rollout.ring()) {
                    case "everywhere" -> "good";
                    case "stopped" -> "bad";
                    default -> "warn";
                };
        return Kit.pill(getTranslation("ring." + rollout.ring()), tone);
    }

    private Component reports(RolloutLine rollout) {
        var all = new Div();
        for (ReportLine report : rollout.reports()) {
            boolean good = report.result().equals("confirmed");
            all.add(new Div(
                    new Span(report.terminal() + " "),
                    Kit.pill(getTranslation("result." + report.result()), good ? "good" : "bad"),
                    new Span(" " + report.reason())));
        }
        return all;
    }

    private Component widen(RolloutLine rollout) {
        if (!rollout.ring().equals("first")) {
            return new Span();
        }
        return Kit.act(
                new Button(getTranslation("widen"), _ -> {
                    Counter.fleet().widen(Counter.someone(), rollout.version());
                    Kit.show(grid, Counter.fleet().rollouts());
                }),
                "widen");
    }
}
