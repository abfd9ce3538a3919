package io.zizhu.service.flow;

import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Amount;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a step shows, and what it sets going, when the citizen comes to it. */
final class Enter {
    private Enter() {}

    static Move after(Stand at) {
        return step(at, at.at() + 1);
    }

    /** The same step once more. */
    static Move again(Stand at) {
        return show(at.triedAgain());
    }

    static Move step(Stand from, int index) {
        return show(from.at(index));
    }

    /** The step that {@code back} leads to, or -1: never back across identity, face or anything that was decided. */
    static int previous(Stand at) {
        for (int i = at.at() - 1; i >= 0; i--) {
            switch (at.item().steps().get(i)) {
                case Step.Guide _, Step.Consent _, Step.Form _, Step.Photo _, Step.Check _, Step.Sign _ -> {
                    return i;
                }
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static Move show(Stand at) {
        if (at.step().isEmpty()) {
            return Leave.done(at);
        }
        return switch (at.step().get()) {
            case Step.Guide(var lines) ->
                Move.to(at.showing(new Scene.Guide(
                        at.item().summary(),
                        lines,
                        at.item().bring(),
                        at.item().feeFen(),
                        at.item().minutes())));
            case Step.Consent(var text) -> Move.to(at.showing(new Scene.Consent(text)));
            case Step.Identify() -> Move.to(at.showing(new Scene.Identify(Words.NONE)), new Effect.ReadCard());
            case Step.Register _ ->
                Move.to(at.showing(new Scene.Wait(Says.READING_REGISTER)), new Effect.AskRegister(card(at)));
            case Step.Face() -> Move.to(at.showing(new Scene.Face(Words.NONE)), new Effect.Compare(reference(at)));
            case Step.Form(var questions) ->
                Move.to(at.showing(new Scene.Form(questions, at.known().answers(), java.util.Map.of())));
            case Step.Photo() -> Move.to(at.showing(new Scene.Photo(List.of("live", "register"))));
            case Step.Check() -> Move.to(at.showing(new Scene.Check(lines(at))));
            case Step.Sign(var declaration) -> Move.to(at.showing(new Scene.Sign(declaration, Words.NONE)));
            case Step.Decide() ->
                Move.to(at.showing(new Scene.Wait(Says.DECIDING)), new Effect.Decide(application(at)));
            case Step.Accept() ->
                Move.to(at.showing(new Scene.Wait(Says.ACCEPTING)), new Effect.Accept(application(at)));
            case Step.Pay() -> pay(at);
            case Step.Certificate() -> certificate(at);
            case Step.Slip slip -> Slips.enter(at, slip);
            case Step.Progress() ->
                Move.to(
                        at.showing(new Scene.Wait(Says.ASKING)),
                        new Effect.AskProgress(at.known().answers().getOrDefault("code", ""), card(at)));
            case Step.Rate() -> Move.to(at.showing(new Scene.Rate()));
        };
    }

    private static Move pay(Stand at) {
        Stand.Matter matter = at.matter();
        if (!matter.withdrawable()) {
            return after(at); // the centre asks nothing, or an officer goes on: nothing to pay here
        }
        return at.ways().size() == 1
                ? pay(at, at.ways().getFirst())
                : Move.to(at.showing(new Scene.PayChoice(matter.feeFen(), matter.number(), at.ways())));
    }

    static Move pay(Stand at, Way way) {
        Stand.Matter matter = at.matter();
        Stand paying = at.showing(new Scene.Pay(matter.feeFen(), matter.number(), true, way, Optional.empty()));
        Effect charge = new Effect.Pay(way, Amount.fen(matter.feeFen()), matter.number());
        return way == Way.CODE ? Move.to(paying, charge, new Effect.AwaitCode()) : Move.to(paying, charge);
    }

    private static Move certificate(Stand at) {
        return at.matter()
                .certificate()
                .map(certificate -> Move.to(
                        at.showing(new Scene.Issue(Says.ISSUING, at.matter().number(), true)),
                        new Effect.Issue(certificate, at.matter().number())))
                .orElseGet(() -> after(at));
    }

    static IdCard card(Stand at) {
        return at.known().card().orElseThrow(() -> new IllegalStateException("no card was read before this step"));
    }

    private static Portrait reference(Stand at) {
        return card(at).photo()
                .or(() -> at.known().register().map(known -> known.portrait()))
                .orElseThrow(() -> new IllegalStateException("no reference picture before this step"));
    }

    private static Application application(Stand at) {
        return new Application(
                at.visit() + "-" + at.item().code(),
                at.item().code(),
                at.item().version(),
                card(at),
                at.known().answers(),
                at.known().photo(),
                at.known().signature());
    }

    private static List<Scene.Line> lines(Stand at) {
        List<Scene.Line> lines = new ArrayList<>();
        IdCard card = card(at);
        lines.add(new Scene.Line("", Says.NAME, Words.plain(card.name())));
        lines.add(new Scene.Line("", Says.NUMBER, Words.plain(masked(card.number()))));
        for (Step step : at.item().steps()) {
            if (step instanceof Step.Form(var questions)) {
                for (Question question : questions) {
                    lines.add(new Scene.Line(question.name(), question.label(), label(at, question)));
                }
            } else if (step instanceof Step.Photo) {
                boolean live = at.known().photo().equals(at.known().live());
                lines.add(new Scene.Line("photo", Says.PHOTO, live ? Says.PHOTO_LIVE : Says.PHOTO_REGISTER));
            }
        }
        return lines;
    }

    private static Words label(Stand at, Question question) {
        String answer = at.known().answers().getOrDefault(question.name(), "");
        return question.options().stream()
                .filter(option -> option.value().equals(answer))
                .findFirst()
                .map(Question.Option::label)
                .orElse(Words.plain(answer));
    }

    /** First and last four characters stay: enough to know one's own, too little to copy over a shoulder. */
    static String masked(String number) {
        return number.length() < 9
                ? "*".repeat(number.length())
                : number.charAt(0) + "*".repeat(number.length() - 5) + number.substring(number.length() - 4);
    }
}
