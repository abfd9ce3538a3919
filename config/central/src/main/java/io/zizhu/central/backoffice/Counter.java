package io.zizhu.central.backoffice;

import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Rule;
import io.zizhu.catalogue.Step;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.Notary;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.seal.Facts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Decides at once, or takes on what is finished later; every rule of the item is checked here once more. */
final class Counter {
    /** The stations' civil time: certificates are dated by it, wherever the centre runs. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Register register;
    private final Sections sections;
    private final Notary notary;
    private final Matters matters;
    private final Clock clock;

    Counter(Register register, Sections sections, Notary notary, Matters matters, Clock clock) {
        this.register = register;
        this.sections = sections;
        this.notary = notary;
        this.matters = matters;
        this.clock = clock;
    }

    Answer decide(String terminal, Question.Decide asked) {
        var key = new Matters.Key(
                terminal,
                asked.caseKey(),
                "decide",
                asked.item(),
                asked.applicant().number());
        return matters.once(key, Question.FORM.bytes(asked), numbers -> {
            Optional<Item> item = sections.catalogue().item(asked.item());
            if (item.isEmpty() || !item.get().has(Step.Decide.class)) {
                return Matters.Made.nothing(new Answer.Refused("unknownItem"));
            }
            Optional<Register.Person> person = register.find(asked.applicant());
            Optional<String> refusal = refusal(item.get(), asked.applicant(), person);
            if (refusal.isPresent()) {
                return Matters.Made.nothing(new Answer.Refused(refusal.get()));
            }
            var finding = person.map(Register.Person::criminalRecord).orElse(Register.Finding.OFFICER);
            return switch (finding) {
                case GRANTED -> granted(asked, item.get(), person.orElseThrow(), numbers);
                case OFFICER ->
                    Matters.Made.of(
                            new Answer.ToOfficer(numbers.caseNumber()),
                            Matters.State.OFFICER,
                            "已转人工审核",
                            "With an officer");
                case NOT_ISSUED ->
                    Matters.Made.of(
                            new Answer.NotIssued(numbers.caseNumber()),
                            Matters.State.OFFICER,
                            "已转人工审核",
                            "With an officer");
            };
        });
    }

    Answer accept(String terminal, Question.Accept asked) {
        var key = new Matters.Key(
                terminal,
                asked.caseKey(),
                "accept",
                asked.item(),
                asked.applicant().number());
        return matters.once(key, Question.FORM.bytes(asked), numbers -> {
            Optional<Item> item = sections.catalogue().item(asked.item());
            if (item.isEmpty() || !item.get().has(Step.Accept.class)) {
                return Matters.Made.nothing(new Answer.Refused("unknownItem"));
            }
            Optional<Register.Person> person = register.find(asked.applicant());
            Optional<String> refusal = refusal(item.get(), asked.applicant(), person);
            if (refusal.isPresent()) {
                return Matters.Made.nothing(new Answer.Refused(refusal.get()));
            }
            if (person.isEmpty()) {
                return Matters.Made.of(
                        new Answer.ToOfficer(numbers.caseNumber()), Matters.State.OFFICER, "已转人工审核", "With an officer");
            }
            return Matters.Made.of(
                    new Answer.Accepted(
                            numbers.caseNumber(), numbers.code(), item.get().feeFen()),
                    item.get().feeFen() == 0 ? Matters.State.TAKEN : Matters.State.PROVISIONAL,
                    "已预受理",
                    "Accepted provisionally");
        });
    }

    private Matters.Made granted(Question.Decide asked, Item item, Register.Person person, Matters.Numbers numbers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        var text = new CertificateText(item, person, asked.answers(), today);
        Facts facts = text.facts();
        String number = numbers.certificate();
        return Matters.Made.of(
                new Answer.Granted(
                        numbers.caseNumber(),
                        number,
                        today,
                        facts,
                        notary.seal(number, today, facts),
                        Notary.SPECIMEN,
                        text.zh(),
                        text.en()),
                Matters.State.DONE,
                "已出具证明",
                "Certificate issued");
    }

    /** The stable code of the first rule that is not kept; the screen has words for it. */
    private Optional<String> refusal(Item item, Applicant applicant, Optional<Register.Person> person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate birth = person.map(Register.Person::birth).orElse(applicant.birth());
        List<Rule> rules = item.steps().stream()
                .filter(Step.Register.class::isInstance)
                .map(Step.Register.class::cast)
                .flatMap(step -> step.rules().stream())
                .toList();
        return rules.stream()
                .filter(rule -> switch (rule.kind()) {
                    case MIN_AGE -> Period.between(birth, today).getYears() < rule.value();
                    case HAD_CARD -> person.isPresent() && !person.get().everHadCard();
                    case CARD_VALID -> false; // only the terminal has seen the card
                })
                .findFirst()
                .map(rule -> rule.kind() == Rule.Kind.MIN_AGE ? "under" + rule.value() : "firstIssue");
    }
}
