package io.zizhu.central.backoffice;

import io.zizhu.central.backoffice.pay.Acquirer;
import io.zizhu.central.backoffice.pay.Orders;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.PayAct;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Octets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a terminal's questions. The same question with the same key gets the same answer and changes nothing, so
 * a terminal may ask again after any break. What something costs is read from the catalogue that stands here, never
 * from the terminal. Any thread.
 */
public final class BackOffice {
    private final Register register;
    private final Matters matters;
    private final Confirmations confirmations;
    private final Counter counter;
    private final Orders orders;

    public BackOffice(
            Store store, Register register, Sections sections, Notary notary, Acquirer acquirer, Clock clock) {
        this.orders = new Orders(store, acquirer, clock);
        this.register = register;
        this.matters = new Matters(store, clock);
        this.confirmations = new Confirmations(store, orders, clock);
        this.counter = new Counter(register, sections, notary, matters, clock);
    }

    /** Answers one question of one terminal, which has proven its name with its certificate. */
    public Answer answer(String terminal, Question question) {
        return switch (question) {
            case Question.Register(String number, String name) -> known(number, name);
            case Question.Decide decide -> counter.decide(terminal, decide);
            case Question.Accept accept -> counter.accept(terminal, accept);
            case Question.Confirm(String number, var outcome) -> confirmations.heard(terminal, number, outcome);
            case Question.Abandon(String key, String reason) -> confirmations.abandoned(terminal, key, reason);
            case Question.Progress(String code, String number) -> matters.progress(code, number);
            case Question.Pay(String order, PayAct act) -> orders.answer(terminal, order, act);
            case Question.Day(Instant from, Instant to) -> matters.day(terminal, from, to);
        };
    }

    private Answer.ToRegister known(String number, String name) {
        Optional<Register.Person> person = register.find(number, name);
        if (person.isEmpty()) {
            return new Answer.NotKnown();
        }
        Octets portrait = register.portrait(person.get());
        return new Answer.Known(
                Map.of("everHadCard", String.valueOf(person.get().everHadCard())), portrait);
    }
}
