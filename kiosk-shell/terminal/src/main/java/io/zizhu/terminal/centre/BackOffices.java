package io.zizhu.terminal.centre;

import io.zizhu.agent.line.Office;
import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Certificate.Fact;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import io.zizhu.service.port.Signature;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Facts;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the centre over the agent's line; blocks {@link #PATIENCE} at most. Any thread. */
public final class BackOffices implements Centre {
    static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Logger LOG = LoggerFactory.getLogger(BackOffices.class);

    private final Line line;
    private final BooleanSupplier there;

    /** The way to the centre, as the agent offers it. */
    public interface Line {
        Office.Heard ask(Question question, Duration patience) throws InterruptedException;
    }

    public BackOffices(Line line, BooleanSupplier there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public boolean there() {
        return there.getAsBoolean();
    }

    @Override
    public Registration register(IdCard card) {
        return switch (ask(new Question.Register(card.number(), card.name()))) {
            case Office.Heard.Said(Answer.Known(var facts, Octets portrait)) ->
                new Registration.Known("true".equals(facts.get("everHadCard")), new Portrait(portrait.bytes()));
            case Office.Heard.Said(Answer.NotKnown()) -> new Registration.NotKnown();
            case Office.Heard.Said(Answer other) -> new Registration.Away(strange(other));
            case Office.Heard.Away(String reason) -> new Registration.Away(reason);
        };
    }

    @Override
    public Decision decide(Application application) {
        Question.Decide question = new Question.Decide(
                application.key(),
                application.item(),
                Integer.toString(application.itemVersion()),
                applicant(application.applicant()),
                application.answers());
        return decision(application, ask(question));
    }

    @Override
    public Decision accept(Application application) {
        Question.Accept question = new Question.Accept(
                application.key(),
                application.item(),
                Integer.toString(application.itemVersion()),
                applicant(application.applicant()),
                application.answers(),
                application.photo().map(Portrait::jpeg).map(Octets::of).orElse(Octets.NONE),
                application.signature().map(Signature::png).map(Octets::of).orElse(Octets.NONE));
        return decision(application, ask(question));
    }

    private static Decision decision(Application application, Office.Heard heard) {
        return switch (heard) {
            case Office.Heard.Away(String reason) -> new Decision.Away(reason);
            case Office.Heard.Said(Answer.Granted granted) ->
                new Decision.Granted(granted.caseNumber(), certificate(application.item(), granted));
            case Office.Heard.Said(Answer.ToOfficer(String caseNumber)) -> new Decision.ToOfficer(caseNumber);
            case Office.Heard.Said(Answer.NotIssued(String caseNumber)) -> new Decision.NotIssued(caseNumber);
            case Office.Heard.Said(Answer.Accepted(String caseNumber, String code, long fee)) ->
                new Decision.Accepted(caseNumber, code, fee);
            case Office.Heard.Said(Answer.Refused(String reason)) -> new Decision.Refused(reason);
            case Office.Heard.Said(Answer other) -> new Decision.Away(strange(other));
        };
    }

    private static Certificate certificate(String kind, Answer.Granted granted) {
        return new Certificate(
                kind,
                granted.certificateNumber(),
                granted.issued(),
                facts(granted.facts()),
                facts(granted.en()),
                granted.seal(),
                granted.specimen());
    }

    private static List<Fact> facts(Facts facts) {
        return facts.facts().stream()
                .map(fact -> new Fact(fact.name(), fact.value()))
                .toList();
    }

    @Override
    public Told paid(String caseNumber, Receipt receipt) {
        return confirmed(new Question.Confirm(
                caseNumber,
                new Question.Outcome.Paid(
                        receipt.number(),
                        receipt.trace(),
                        receipt.terminal(),
                        receipt.amount().minor(),
                        receipt.amount().currency())));
    }

    @Override
    public Told withdrawn(String caseNumber, String reason, boolean givenBack) {
        String brief = reason.length() <= 200 ? reason : reason.substring(0, 200);
        return confirmed(new Question.Confirm(caseNumber, new Question.Outcome.Withdrawn(brief, givenBack)));
    }

    @Override
    public Told inquiry(String caseNumber, String what) {
        return confirmed(new Question.Confirm(caseNumber, new Question.Outcome.InDoubt(what)));
    }

    @Override
    public Told abandoned(String key, String reason) {
        return confirmed(new Question.Abandon(key, reason));
    }

    private Told confirmed(Question question) {
        return switch (ask(question)) {
            case Office.Heard.Said(Answer.Done()) -> new Told.Heard();
            case Office.Heard.Said(Answer.Refused(String reason)) -> {
                LOG.error(
                        "the centre refuses what became of {}: {}",
                        question instanceof Question.Confirm confirm ? "case " + confirm.caseNumber() : "a question",
                        reason);
                yield new Told.Refused(reason);
            }
            case Office.Heard.Said(Answer other) -> {
                LOG.error("the centre answers a confirmation with {}", strange(other));
                yield new Told.Away();
            }
            case Office.Heard.Away _ -> new Told.Away();
        };
    }

    @Override
    public Progress progress(String code, IdCard card) {
        return switch (ask(new Question.Progress(code, card.number()))) {
            case Office.Heard.Said(Answer.Status(var steps)) ->
                new Progress.Found(
                        code,
                        steps.stream()
                                .map(step -> new Progress.Stage(step.at(), new Words(step.zh(), step.en())))
                                .toList());
            case Office.Heard.Said(Answer.NotFound()) -> new Progress.NotFound();
            case Office.Heard.Said(Answer other) -> new Progress.Away(strange(other));
            case Office.Heard.Away(String reason) -> new Progress.Away(reason);
        };
    }

    private Office.Heard ask(Question question) {
        try {
            return line.ask(question, PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Office.Heard.Away("the terminal is stopping");
        }
    }

    private static Applicant applicant(IdCard card) {
        String sex =
                switch (card.sex()) {
                    case MALE -> "M";
                    case FEMALE -> "F";
                    case UNKNOWN, UNSPECIFIED -> "";
                };
        return new Applicant(card.name(), card.number(), sex, card.birth(), card.address());
    }

    private static String strange(Answer answer) {
        return "an answer to another question: " + answer.getClass().getSimpleName();
    }
}
