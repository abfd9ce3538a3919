package io.zizhu.service.flow;

import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * What happens next. Pure: the same stand and event always give the same move; no clock, no device, no screen. An
 * event that does not belong to the present scene changes nothing.
 */
public final class Flow {
    private Flow() {}

    /** The first scene of a visit that has just chosen its item. */
    public static Move begin(Stand stand) {
        return Enter.step(stand, 0);
    }

    public static Move next(Stand at, Event event) {
        return switch (event) {
            case Event.Did(Act act) -> did(at, act);
            case Event.Read(var reading) -> Identity.read(at, reading);
            case Event.Registered(var registration) -> Identity.registered(at, registration);
            case Event.Looked(var look) -> Identity.looked(at, look);
            case Event.Decided(var decision) -> Office.decided(at, decision);
            case Event.Charged(var charge) -> Office.charged(at, charge);
            case Event.CodeMade(var code) -> Office.codeMade(at, code);
            case Event.Printed(var sheet) -> Office.printed(at, sheet);
            case Event.NotPrintable(var codePoint) -> Office.notPrintable(at, codePoint);
            case Event.SlipPrinted(var sheet) -> Office.slipPrinted(at, sheet);
            case Event.Progressed(var progress) -> Office.progressed(at, progress);
            case Event.TimedOut() -> timedOut(at);
            case Event.Closing() -> closing(at);
        };
    }

    /** Whether {@code back} makes sense now. */
    public static boolean canBack(Stand at) {
        return at.scene() instanceof Scene.Guide || (Enter.previous(at) >= 0 && answerable(at.scene()));
    }

    /** Whether {@code quit} makes sense now: not while something is decided, printed or charged. */
    public static boolean canQuit(Stand at) {
        return switch (at.scene()) {
            case Scene.Wait _, Scene.Bye _, Scene.Idle _, Scene.Home _, Scene.Closed _, Scene.Rate _ -> false;
            case Scene.Issue issue -> !issue.printing();
            case Scene.Pay pay -> pay.waiting();
            default -> true;
        };
    }

    private static boolean answerable(Scene scene) {
        return scene instanceof Scene.Consent
                || scene instanceof Scene.Form
                || scene instanceof Scene.Photo
                || scene instanceof Scene.Check
                || scene instanceof Scene.Sign;
    }

    private static Move did(Stand at, Act act) {
        return switch (act) {
            case Act.Next() -> next(at);
            case Act.Back() -> canBack(at) ? back(at) : Move.stay(at);
            case Act.Quit() -> canQuit(at) ? Leave.quit(at) : Move.stay(at);
            case Act.Submit(var answers) -> submit(at, answers);
            case Act.PayBy(var way) ->
                at.scene() instanceof Scene.PayChoice choice && choice.ways().contains(way)
                        ? Enter.pay(at, way)
                        : Move.stay(at);
            case Act.PickPhoto(var candidate) -> Office.picked(at, candidate);
            case Act.Edit(var field) -> edit(at, field);
            case Act.Sign(var signature) ->
                at.scene() instanceof Scene.Sign sign
                        ? signature.blank()
                                ? Move.to(at.showing(new Scene.Sign(sign.declaration(), Says.SIGN_PLEASE)))
                                : Enter.after(at.knowing(at.known().signature(signature)))
                        : Move.stay(at);
            case Act.Rate(int stars) ->
                at.scene() instanceof Scene.Rate && stars >= 0 && stars <= 5 ? rated(at, stars) : Move.stay(at);
            case Act.Start(), Act.Choose _, Act.Stay(), Act.Touch() -> Move.stay(at);
        };
    }

    private static Move rated(Stand at, int stars) {
        Move after = Enter.after(at);
        return stars == 0 ? after : Leave.noting(after, new Effect.Note("rating", String.valueOf(stars)));
    }

    private static Move next(Stand at) {
        return switch (at.scene()) {
            case Scene.Guide _, Scene.Consent _, Scene.Check _, Scene.Outcome _, Scene.Status _ -> Enter.after(at);
            case Scene.Issue issue -> issue.printing() ? Move.stay(at) : Enter.after(at);
            case Scene.Trouble trouble -> trouble.again() ? Enter.again(at) : Leave.quit(at);
            case Scene.Rate _ -> Enter.after(at);
            case Scene.Idle _,
                    Scene.Closed _,
                    Scene.Home _,
                    Scene.Identify _,
                    Scene.Face _,
                    Scene.Form _,
                    Scene.Photo _,
                    Scene.Sign _,
                    Scene.PayChoice _,
                    Scene.Pay _,
                    Scene.Wait _,
                    Scene.Bye _ -> Move.stay(at);
        };
    }

    private static Move back(Stand at) {
        return at.scene() instanceof Scene.Guide ? Leave.quit(at) : Enter.step(at, Enter.previous(at));
    }

    private static Move submit(Stand at, Map<String, String> answers) {
        if (!(at.scene() instanceof Scene.Form) || !(at.step().orElse(null) instanceof Step.Form form)) {
            return Move.stay(at);
        }
        Map<String, String> given = new HashMap<>(at.known().answers());
        Map<String, Words> problems = new HashMap<>();
        for (Question question : form.questions()) {
            String answer = answers.getOrDefault(question.name(), "");
            if (question.allows(answer)) {
                given.put(question.name(), answer);
            } else {
                problems.put(
                        question.name(), question.kind() == Question.Kind.CODE ? Says.CODE_DIGITS : Says.CHOOSE_ONE);
            }
        }
        Stand knowing = at.knowing(at.known().answers(given));
        return problems.isEmpty()
                ? Enter.after(knowing)
                : Move.to(knowing.showing(new Scene.Form(form.questions(), given, problems)));
    }

    private static Move edit(Stand at, String field) {
        if (!(at.scene() instanceof Scene.Check)) {
            return Move.stay(at);
        }
        for (int i = 0; i < at.at(); i++) {
            Step step = at.item().steps().get(i);
            boolean here =
                    switch (step) {
                        case Step.Photo() -> field.equals("photo");
                        case Step.Form form ->
                            form.questions().stream()
                                    .anyMatch(question -> question.name().equals(field));
                        default -> false;
                    };
            if (here) {
                return Enter.step(at, i);
            }
        }
        return Move.stay(at);
    }

    /**
     * What waits for a person ends, and what is only provisional is undone with it. What is under way (a decision, a
     * charge, a sheet) comes to its own end first, and a scene that ends by itself is left to do so: it says what the
     * citizen takes away.
     */
    private static Move closing(Stand at) {
        return switch (at.scene()) {
            case Scene.Issue _, Scene.Outcome _, Scene.Status _ -> Move.stay(at);
            default -> canQuit(at) && !at.quitting() ? Leave.closing(at) : Move.stay(at);
        };
    }

    private static Move timedOut(Stand at) {
        return switch (at.scene()) {
            case Scene.Outcome _, Scene.Status _, Scene.Rate _ -> Enter.after(at);
            case Scene.Issue issue -> issue.printing() ? Move.stay(at) : Enter.after(at);
            default -> Move.stay(at);
        };
    }
}
