package io.zizhu.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.fleet.Fleet.DraftLine;
import io.zizhu.central.fleet.Fleet.ItemLine;
import io.zizhu.console.shell.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section editor: what terminals say and what things cost, as drafts that a second person approves. */
@Route(value = "changes", layout = Frame.class)
public final class Changes extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 200;
    private static final BigDecimal DEAREST = new BigDecimal(100_000);

    private final TextArea zh = new TextArea(getTranslation("welcome.zh"));
    private final TextArea en = new TextArea(getTranslation("welcome.en"));
    private final Select<ItemLine> item = new Select<>();
    private final BigDecimalField fee = new BigDecimalField(getTranslation("fee.yuan"));
    private final IntegerField hours = new IntegerField(getTranslation("privacy.hours"));
    private final Grid<DraftLine> drafts = Kit.grid(DraftLine.class);

    /** Called by Vaadin for every window. */
    public Changes() {
        getElement().setAttribute("data-view", "changes");
        var editors = new Div(
                Kit.card(getTranslation("welcome"), zh, en, keepWelcome()),
                Kit.card(getTranslation("fee"), item, fee, keepFee()),
                Kit.card(getTranslation("privacy"), hours, keepHours()));
        editors.addClassName("columns");
        columns();
        add(editors, Kit.card(getTranslation("drafts"), drafts));
        fields();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.changes") + " – " + getTranslation("title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        fill();
        Kit.live(attached, () -> Kit.show(drafts, Counter.fleet().drafts()));
    }

    private void fields() {
        for (TextArea area : new TextArea[] {zh, en}) {
            area.setMaxLength(LONGEST);
            area.setWidthFull();
            area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        }
        zh.getElement().setAttribute("data-field", "welcome-zh");
        en.getElement().setAttribute("data-field", "welcome-en");
        item.setLabel(getTranslation("item"));
        item.setItemLabelGenerator(this::label);
        item.addValueChangeListener(chosen -> price(chosen.getValue()));
        item.getElement().setAttribute("data-field", "item");
        fee.getElement().setAttribute("data-field", "fee");
        hours.setHelperText(getTranslation("privacy.explained"));
        hours.setMin(0);
        hours.setMax((int) Fleet.MOST_KEPT_HOURS);
        hours.setStepButtonsVisible(true);
        hours.getElement().setAttribute("data-field", "keep-hours");
    }

    /** The editors show what stands now. */
    private void fill() {
        Fleet.WelcomeLine text = Counter.fleet().welcome();
        zh.setValue(text.zh());
        en.setValue(text.en());
        item.setItems(Counter.fleet().items());
        hours.setValue((int) Counter.fleet().keepHours());
    }

    private String label(ItemLine line) {
        return getLocale().getLanguage().equals(Texts.EN.getLanguage()) ? line.en() : line.zh();
    }

    private void price(@Nullable ItemLine chosen) {
        if (chosen != null) {
            fee.setValue(BigDecimal.valueOf(chosen.feeFen(), 2));
        }
    }

    private Button keepWelcome() {
        return keep("keep-welcome", () -> {
            Kit.say(this, Counter.fleet().draftWelcome(Counter.someone(), zh.getValue(), en.getValue()));
        });
    }

    private Button keepFee() {
        return keep("keep-fee", () -> {
            Optional<Long> fen = fen();
            fee.setInvalid(fen.isEmpty());
            item.setInvalid(item.isEmpty());
            if (fen.isPresent() && !item.isEmpty()) {
                Kit.say(
                        this,
                        Counter.fleet()
                                .draftFee(Counter.someone(), item.getValue().code(), fen.get()));
            }
        });
    }

    private Button keepHours() {
        return keep("keep-hours", () -> {
            Integer wished = hours.getValue();
            if (wished == null) {
                hours.setInvalid(true);
            } else {
                Kit.say(this, Counter.fleet().draftKeepHours(Counter.someone(), wished));
            }
        });
    }

    private Button keep(String act, Runnable keep) {
        var button = new Button(getTranslation("keep"), _ -> {
            keep.run();
            Kit.show(drafts, Counter.fleet().drafts());
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Kit.act(button, act);
    }

    /** The fee in fen; nothing where it is no amount of money. */
    private Optional<Long> fen() {
        return Optional.ofNullable(fee.getValue())
                .filter(yuan -> yuan.signum() >= 0 && yuan.compareTo(DEAREST) <= 0)
                .filter(yuan -> yuan.stripTrailingZeros().scale() <= 2)
                .map(yuan -> yuan.movePointRight(2).longValueExact());
    }

    private void columns() {
        Kit.text(drafts, getTranslation("number"), DraftLine::id);
        Kit.text(drafts, getTranslation("section"), draft -> getTranslation("section." + draft.section()));
        Kit.piece(drafts, getTranslation("changes"), Changes::differences).setFlexGrow(4);
        Kit.text(drafts, getTranslation("author"), DraftLine::author);
        Kit.text(drafts, getTranslation("time"), draft -> Kit.time(draft.made()));
        Kit.piece(drafts, getTranslation("state"), this::state);
        Kit.piece(drafts, getTranslation("decision"), this::decision);
        drafts.setEmptyStateText(getTranslation("drafts.none"));
    }

    private static Component differences(DraftLine draft) {
        var all = new Div();
        all.addClassName("differences");
        for (Fleet.ChangeLine change : draft.changes()) {
            var before = new Span(change.before());
            before.addClassName("before");
            var after = new Span(change.after());
            after.addClassName("after");
            all.add(new Div(new Span(change.where()), before, after));
        }
        return all;
    }

    private Component state(DraftLine draft) {
        return switch (draft.state()) {
            case "published" ->
                Kit.pill(getTranslation("draft.published", draft.bundle().orElse(0L)), "good");
            case "rejected" -> Kit.pill(getTranslation("draft.rejected"), "dim");
            default -> Kit.pill(getTranslation("draft.waiting"), "warn");
        };
    }

    private Component decision(DraftLine draft) {
        if (!draft.state().equals("waiting")) {
            return new Span(draft.decider().orElse(""));
        }
        var reject = Kit.act(new Button(getTranslation("reject"), _ -> decided(false, draft)), "reject");
        if (draft.author().equals(Counter.someone().name())) {
            return new HorizontalLayout(new Span(getTranslation("second.person")), reject);
        }
        var approve = Kit.act(new Button(getTranslation("approve"), _ -> decided(true, draft)), "approve");
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new HorizontalLayout(approve, reject);
    }

    private void decided(boolean approved, DraftLine draft) {
        Fleet fleet = Counter.fleet();
        Kit.say(
                this,
                approved ? fleet.approve(Counter.someone(), draft.id()) : fleet.reject(Counter.someone(), draft.id()));
        Kit.show(drafts, fleet.drafts());
        fill();
    }
}
