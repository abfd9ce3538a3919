package io.zizhu.service.flow;

import io.zizhu.catalogue.Rule;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.Fault;
import io.zizhu.device.camera.Look;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.service.port.Registration;
import java.time.Period;
import java.util.Optional;

/** Who is it: card, register, face. */
final class Identity {
    private static final int TRIES = 3;

    private Identity() {}

    static Move read(Stand at, Reading reading) {
        if (!(at.scene() instanceof Scene.Identify)) {
            return Move.stay(at);
        }
        return switch (reading) {
            case Reading.Card(var card)
            when card.kind() != IdCard.Kind.CITIZEN -> trouble(at, Says.WRONG_CARD, Says.USE_ID_CARD, true);
            case Reading.Card(var card) -> Enter.after(at.knowing(at.known().card(card)));
            case Reading.Nothing() -> trouble(at, Says.NO_CARD, Says.PUT_CARD, true);
            case Reading.Failed(var fault)
            when fault.kind() == Fault.Kind.REFUSED -> trouble(at, Says.WRONG_CARD, Says.USE_ID_CARD, true);
            case Reading.Failed(var fault)
            when readAgain(fault.kind()) && at.tries() < TRIES ->
                Move.to(at.triedAgain().showing(new Scene.Identify(Says.KEEP_STILL)), new Effect.ReadCard());
            case Reading.Failed(var fault)
            when readAgain(fault.kind()) -> trouble(at, Says.KEEP_STILL, Says.PUT_CARD, true);
            case Reading.Failed _ -> trouble(at, Says.READER_AWAY, Says.COUNTER, false);
        };
    }

    private static boolean readAgain(Fault.Kind kind) {
        return kind == Fault.Kind.MOVED || kind == Fault.Kind.GARBLED;
    }

    static Move registered(Stand at, Registration registration) {
        if (!(at.step().orElse(null) instanceof Step.Register register) || !(at.scene() instanceof Scene.Wait)) {
            return Move.stay(at);
        }
        return switch (registration) {
            case Registration.Known known ->
                refusal(at, register, known)
                        .map(words -> trouble(at, Says.NOT_HERE, words, false))
                        .orElseGet(() -> Enter.after(at.knowing(at.known().register(known))));
            case Registration.NotKnown() -> trouble(at, Says.NOT_IN_REGISTER, Says.COUNTER, false);
            case Registration.Away _ -> trouble(at, Says.CENTRE_AWAY, Says.CENTRE_AGAIN, true);
        };
    }

    private static Optional<Words> refusal(Stand at, Step.Register register, Registration.Known known) {
        IdCard card = Enter.card(at);
        return register.rules().stream()
                .filter(rule -> !keeps(at, rule, card, known))
                .findFirst()
                .map(Rule::otherwise);
    }

    private static boolean keeps(Stand at, Rule rule, IdCard card, Registration.Known known) {
        return switch (rule.kind()) {
            case MIN_AGE -> Period.between(card.birth(), at.today()).getYears() >= rule.value();
            case HAD_CARD -> known.everHadCard();
            case CARD_VALID -> card.validOn(at.today());
        };
    }

    static Move looked(Stand at, Look look) {
        if (!(at.scene() instanceof Scene.Face)) {
            return Move.stay(at);
        }
        return switch (look) {
            case Look.Same same -> Enter.after(at.knowing(at.known().live(same.still())));
            case Look.Unsure _, Look.Different _ -> faceTrouble(at, Says.NOT_SAME, Says.NOT_SAME_NEXT);
            case Look.Nobody() -> faceTrouble(at, Says.NO_FACE, Says.NO_FACE_NEXT);
            case Look.Several() -> faceTrouble(at, Says.TWO_FACES, Says.TWO_FACES_NEXT);
            case Look.Failed _ -> trouble(at, Says.CAMERA_AWAY, Says.COUNTER, false);
        };
    }

    /** Three tries, then to the staffed counter: no endless guessing at a face. */
    private static Move faceTrouble(Stand at, Words happened, Words todo) {
        boolean again = at.tries() + 1 < TRIES;
        return trouble(at, happened, again ? todo : Says.COUNTER, again);
    }

    static Move trouble(Stand at, Words happened, Words todo, boolean again) {
        return Move.to(
                at.showing(new Scene.Trouble(happened, todo, again, at.matter().number())),
                new Effect.Note("trouble", happened.en()));
    }
}
