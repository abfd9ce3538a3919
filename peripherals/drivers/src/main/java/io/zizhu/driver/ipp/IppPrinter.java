package io.zizhu.driver.ipp;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.ipp.Unanswered.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * An A4 printer reached by IPP. A document is sent once, whatever happens; after that the printer is only asked about it
 * by number.
 */
final class IppPrinter implements SheetPrinter {
    private static final Duration QUESTION = Duration.ofSeconds(3);
    private static final Duration PULSE = Duration.ofSeconds(2);

    private final IppClient client;
    private volatile boolean counts;

    IppPrinter(IppClient client) {
        this.client = client;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        try {
            PrinterView printer = client.printer(PULSE);
            return printer.condition().pulse(printer.supplies());
        } catch (Unanswered trouble) {
            throw new DeviceAway(trouble.fault(), trouble);
        }
    }

    /** Whether it counts sheets shows only when it has printed one. */
    @Override
    public Set<Ability> abilities() {
        return counts ? Set.of(Ability.COUNT_SHEETS) : Set.of();
    }

    @Override
    public Sheet print(String name, byte[] pdf, Patience patience) {
        Sheet sheet = once(name, pdf, patience);
        counts |= sheet instanceof Sheet.Out(String job, int sheets) && sheets > 0;
        return sheet;
    }

    private Sheet once(String name, byte[] pdf, Patience patience) {
        PrinterView printer;
        try {
            printer = client.printer(least(QUESTION, patience));
        } catch (Unanswered trouble) {
            return new Sheet.Refused(trouble.fault());
        }
        Optional<Fault> blocking = printer.condition().blocking();
        if (blocking.isPresent()) {
            return new Sheet.Refused(blocking.get());
        }
        if (patience.over()) {
            return new Sheet.Refused(new Fault(Fault.Kind.SILENT, "no patience was left to print"));
        }
        return printer.numbersFirst() ? announced(name, pdf, patience) : atOnce(name, pdf, patience);
    }

    private Sheet announced(String name, byte[] pdf, Patience patience) {
        int job;
        try {
            job = client.create(name, least(QUESTION, patience));
        } catch (Unanswered trouble) {
            return new Sheet.Refused(trouble.fault()); // a job without a document prints nothing
        }
        Errand errand = new Errand(client, job, name, patience);
        try {
            client.send(job, pdf, sending(patience));
            return errand.toItsEnd();
        } catch (Unanswered trouble) {
            return trouble.reach() == Reach.PERHAPS
                    ? errand.toItsEndOr(trouble.fault())
                    : errand.withdraw(trouble.fault());
        }
    }

    private Sheet atOnce(String name, byte[] pdf, Patience patience) {
        try {
            int job = client.print(name, pdf, sending(patience));
            return new Errand(client, job, name, patience).toItsEnd();
        } catch (Unanswered trouble) {
            return trouble.reach() == Reach.PERHAPS
                    ? new Sheet.Unknown("", trouble.fault())
                    : new Sheet.Refused(trouble.fault());
        }
    }

    @Override
    public Sheet follow(String job, Patience patience) {
        if (!job.matches("\\d{1,9}")) {
            return new Sheet.Unknown(job, new Fault(Fault.Kind.REFUSED, "no job of this printer; a person must look"));
        }
        return new Errand(client, Integer.parseInt(job), "", patience).look();
    }

    @Override
    public Sheet recall(String name, Patience patience) {
        return new Memory(client, patience).of(name);
    }

    /** Leaves time to ask what became of it. */
    private static Duration sending(Patience patience) {
        return patience.left().multipliedBy(3).dividedBy(4);
    }

    static Duration least(Duration most, Patience patience) {
        Duration left = patience.left();
        return left.compareTo(most) < 0 ? left : most;
    }

    @Override
    public void close() {
        client.close();
    }
}
