package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.flow.Event;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Paper;
import io.zizhu.service.port.VisitId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Carries out effects through the ports: intent before the act, outcome after it. Blocks; one thread per effect. */
final class Hands {
    /** For a code to be made; it takes one answer of the centre. */
    private static final Duration CODE = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Journal journal;
    private final Devices devices;
    private final Paper paper;
    private final Centre centre;
    private final Till till;
    private final Doubts doubts;
    private final Teller teller;
    private final Timing timing;

    Hands(
            Journal journal,
            Devices devices,
            Paper paper,
            Centre centre,
            Till till,
            Doubts doubts,
            Teller teller,
            Timing timing) {
        this.journal = journal;
        this.devices = devices;
        this.paper = paper;
        this.centre = centre;
        this.till = till;
        this.doubts = doubts;
        this.teller = teller;
        this.timing = timing;
    }

    /** How long the effect may wait; cancelled where the citizen goes. */
    Patience patienceFor(Effect effect) {
        return Patience.of(
                switch (effect) {
                    case Effect.ReadCard _ -> timing.card();
                    case Effect.Compare _ -> timing.face();
                    case Effect.Pay _ -> timing.pay();
                    case Effect.AwaitCode() -> CODE;
                    case Effect.PrintSlip _ -> timing.slip();
                    default -> timing.print();
                });
    }

    /** The event that answers the effect; empty for effects that are not answered. */
    Optional<Event> carryOut(VisitId visit, Effect effect, Patience patience) {
        return switch (effect) {
            case Effect.ReadCard() -> Optional.of(new Event.Read(devices.read(patience)));
            case Effect.AskRegister(var card) -> Optional.of(new Event.Registered(centre.register(card)));
            case Effect.Compare(var reference) -> Optional.of(new Event.Looked(devices.compare(reference, patience)));
            case Effect.Decide(var application) ->
                Optional.of(new Event.Decided(decide(visit, Kinds.DECIDE, application)));
            case Effect.Accept(var application) ->
                Optional.of(new Event.Decided(decide(visit, Kinds.ACCEPT, application)));
            case Effect.Pay pay -> Optional.of(new Event.Charged(till.charge(visit, pay, patience)));
            case Effect.AwaitCode() -> code(patience).map(Event.CodeMade::new);
            case Effect.Issue issue -> Optional.of(issue(visit, issue, patience));
            case Effect.PrintSlip slip -> Optional.of(new Event.SlipPrinted(slip(visit, slip, patience)));
            case Effect.AskProgress ask -> Optional.of(new Event.Progressed(centre.progress(ask.code(), ask.card())));
            case Effect.Withdraw(var caseNumber, var reason) -> {
                teller.withdraw(visit, caseNumber, reason, false);
                teller.tell();
                yield Optional.empty();
            }
            case Effect.OpenCase(var kind, var caseNumber, var reason) -> {
                doubts.open(visit, kind, caseNumber, reason);
                yield Optional.empty();
            }
            case Effect.Note(var kind, var value) -> {
                journal.note(visit, Entry.of(kind, Map.of("value", value)));
                yield Optional.empty();
            }
            case Effect.StopWaiting _, Effect.Wipe _ ->
                throw new IllegalArgumentException(effect + " is the counter's own");
        };
    }

    /** The charge runs beside this and shows its code as soon as it has one. */
    private Optional<PayCode> code(Patience patience) {
        Optional<PayCode> code = devices.payCode();
        while (code.isEmpty() && !patience.over()) {
            LockSupport.parkNanos(LOOK.toNanos());
            code = devices.payCode();
        }
        return code;
    }

    private Decision decide(VisitId visit, String kind, Application application) {
        IdCard applicant = application.applicant();
        long intent = journal.intent(
                visit,
                Entry.of(kind, Map.of("key", application.key(), "item", application.item()))
                        .with(Map.of("name", applicant.name(), "number", applicant.number())));
        Decision decision = kind.equals(Kinds.DECIDE) ? centre.decide(application) : centre.accept(application);
        journal.outcome(intent, Entry.of(kind, said(decision)));
        return decision;
    }

    private static Map<String, String> said(Decision decision) {
        return switch (decision) {
            case Decision.Granted(var number, var certificate) ->
                Map.of("result", "granted", "case", number, "certificate", certificate.number());
            case Decision.ToOfficer(var number) -> Map.of("result", "to-officer", "case", number);
            case Decision.NotIssued(var number) -> Map.of("result", "not-issued", "case", number);
            case Decision.Accepted accepted ->
                Map.of(
                        "result", "accepted",
                        "case", accepted.caseNumber(),
                        "fee", String.valueOf(accepted.feeFen()));
            case Decision.Refused(var reason) -> Map.of("result", "refused", "reason", reason);
            case Decision.Away(var reason) -> Map.of("result", "away", "reason", reason);
        };
    }

    private Event issue(VisitId visit, Effect.Issue issue, Patience patience) {
        return switch (paper.certificate(issue.certificate())) {
            case Paper.Typeset.NoGlyph(var codePoint) -> new Event.NotPrintable(codePoint);
            case Paper.Typeset.Pdf pdf -> {
                Map<String, String> number = numbered();
                long intent = journal.intent(
                        visit,
                        Entry.of(
                                        Kinds.ISSUE,
                                        Map.of(
                                                "case",
                                                issue.caseNumber(),
                                                "certificate",
                                                issue.certificate().number()))
                                .and(number));
                Sheet sheet = devices.print(job(issue.caseNumber()), pdf.bytes(), patience);
                spoiled(sheet)
                        .ifPresent(
                                fault -> doubts.open(visit, Doubts.CERTIFICATE, issue.caseNumber(), fault.toString()));
                journal.outcome(intent, used(Kinds.ISSUE, "a4", sheet).and(number));
                yield new Event.Printed(sheet);
            }
        };
    }

    /** What a certificate is called at the printer; by it the sheet is found again after a crash. */
    static String job(String caseNumber) {
        return "zizhu-" + caseNumber;
    }

    /** Paper was used or may have been, and the certificate is not in anybody's hand. */
    private static Optional<Fault> spoiled(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Out _, Sheet.Refused _ -> Optional.empty();
            case Sheet.Jammed(var job, var fault) -> Optional.of(fault);
            case Sheet.Unknown(var job, var fault) -> Optional.of(fault);
        };
    }

    private Sheet slip(VisitId visit, Effect.PrintSlip slip, Patience patience) {
        long intent = journal.intent(visit, Entry.of(Kinds.SLIP, Map.of("case", slip.caseNumber())));
        Slip made = paper.slip(slip.rows());
        Sheet sheet = devices.slip(made, patience);
        journal.outcome(intent, used(Kinds.SLIP, "roll", sheet).times(made.millimetres()));
        return sheet;
    }

    /** What rows about the next sheet of security paper say besides; nothing for plain paper. */
    private Map<String, String> numbered() {
        return journal.nextSheet().map(number -> Map.of("sheet", number)).orElse(Map.of());
    }

    static Entry used(String kind, String supply, Sheet sheet) {
        return switch (sheet) {
            case Sheet.Out(var job, int sheets) ->
                Entry.of(kind, Map.of("result", "out", "job", job))
                        .using(supply, -Math.max(1, sheets)); // uncounted: a certificate has one page, as a slip
            case Sheet.Refused(var fault) -> Entry.of(kind, Map.of("result", "refused", "fault", fault.toString()));
            case Sheet.Jammed(var job, var fault) ->
                Entry.of(kind, Map.of("result", "jammed", "job", job, "fault", fault.toString()))
                        .using(supply, -1);
            case Sheet.Unknown(var job, var fault) ->
                Entry.of(kind, Map.of("result", "unknown", "job", job, "fault", fault.toString()));
        };
    }
}
