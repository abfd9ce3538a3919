package io.zizhu.touch.scene;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Way;
import io.zizhu.touch.kit.Controls;
import io.zizhu.touch.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Paying: how, and each way's own page. */
final class Paying {
    private Paying() {}

    static Div choice(Booth booth, Scene.PayChoice choice) {
        Controls say = booth.controls();
        Div ways = say.box("actions ways");
        for (Way way : choice.ways()) {
            Act act = new Act.PayBy(way);
            ways.add(say.main(act.word(), name(way), () -> booth.acts().accept(act)));
        }
        return say.box(
                "page centred",
                say.title(Texts.PAY_HOW),
                say.span("amount", Greeting.fee(say, choice.feeFen())),
                Ending.number(say, "case", Texts.CASE, choice.caseNumber()),
                ways);
    }

    private static Words name(Way way) {
        return switch (way) {
            case CARD -> Texts.PAY_CARD;
            case CODE -> Texts.PAY_CODE;
            case SCAN -> Texts.PAY_SCAN;
        };
    }

    static Div pay(Booth booth, Scene.Pay pay) {
        Controls say = booth.controls();
        Div page =
                switch (pay.way()) {
                    case CARD ->
                        page(say, pay, Texts.PAY, say.picture("pad"), pay.waiting() ? Texts.PAY_TEXT : Texts.PAY_NOW);
                    case CODE ->
                        pay.code()
                                .map(code -> page(say, pay, Texts.PAY_CODE_TITLE, code(say, code), Texts.PAY_CODE_TEXT))
                                .orElseGet(() -> page(
                                        say, pay, Texts.PAY_CODE_TITLE, say.picture("turning"), Texts.PAY_CODE_SOON));
                    case SCAN -> page(say, pay, Texts.PAY_SCAN_TITLE, say.picture("reader"), Texts.PAY_SCAN_TEXT);
                };
        page.add(Ending.number(say, "case", Texts.CASE_KEEP, pay.caseNumber()));
        return page;
    }

    private static Div page(Controls say, Scene.Pay pay, Words title, Div middle, Words text) {
        return say.box(
                "page centred",
                say.title(title),
                say.span("amount", Greeting.fee(say, pay.feeFen())),
                middle,
                say.text(text));
    }

    /** Black on white and large, whatever the page looks like; the page itself counts down. */
    private static Div code(Controls say, Scene.Code code) {
        Optional<String> drawn = QrPicture.of(code.content());
        if (drawn.isEmpty()) {
            return say.box("hint");
        }
        Image image = new Image(drawn.get(), say.say(Texts.PAY_CODE_ALT));
        image.getElement().setAttribute("data-field", "pay-code");
        long left = Math.max(0, Duration.between(Instant.now(), code.until()).toSeconds());
        Span seconds = say.span("left", say.say(Texts.PAY_LEFT).formatted(left));
        seconds.addAttachListener(_ -> seconds.getElement()
                .executeJs(
                        "window.zizhu && window.zizhu.countdown(this, $0, $1)", say.say(Texts.PAY_LEFT), (int) left));
        return say.box("paycode", image, seconds);
    }
}
