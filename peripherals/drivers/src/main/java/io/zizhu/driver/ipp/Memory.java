package io.zizhu.driver.ipp;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the printer remembers of a job by its name, when its number was lost with the power. A printer forgets its oldest
 * jobs first and ours was the last, so one that remembers other jobs of ours and not this one never had it; one that
 * remembers none, or withholds names, says nothing. Owner thread only.
 */
final class Memory {
    private static final Duration QUESTION = Duration.ofSeconds(3);

    private final IppClient client;
    private final Patience patience;

    Memory(IppClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    Sheet of(String name) {
        try {
            if (!client.printer(IppPrinter.least(QUESTION, patience)).listsJobs()) {
                return unknown(Fault.Kind.REFUSED, "the printer tells no jobs");
            }
            List<JobView> waiting = client.waiting(IppPrinter.least(QUESTION, patience));
            Optional<JobView> left = newest(waiting, name);
            return left.isPresent()
                    ? new Errand(client, left.get().id(), name, patience)
                            .withdraw(new Fault(Fault.Kind.SILENT, left.get().told() + "; taken back"))
                    : ended(client.ended(IppPrinter.least(QUESTION, patience)), name);
        } catch (Unanswered trouble) {
            boolean never = trouble.reach() == Unanswered.Reach.REFUSED;
            return unknown(
                    never ? Fault.Kind.REFUSED : trouble.fault().kind(),
                    trouble.fault().detail());
        }
    }

    private static Sheet ended(List<JobView> jobs, String name) {
        Optional<JobView> ours = newest(jobs, name);
        if (ours.isPresent()) {
            return Errand.ended(ours.get())
                    .orElseGet(() -> new Sheet.Unknown(
                            Integer.toString(ours.get().id()),
                            new Fault(Fault.Kind.GARBLED, ours.get().told() + ", and is listed as ended")));
        }
        if (jobs.isEmpty()) {
            return unknown(Fault.Kind.REFUSED, "the printer remembers no job of ours");
        }
        if (jobs.stream().anyMatch(job -> job.name().isEmpty())) {
            return unknown(Fault.Kind.REFUSED, "the printer does not tell the names of its jobs");
        }
        boolean oldestFirst = jobs.getFirst().id() < jobs.getLast().id();
        if (oldestFirst && jobs.size() >= IppClient.JOBS_AT_ONCE) {
            return unknown(Fault.Kind.REFUSED, "the printer tells its oldest jobs and leaves out the last");
        }
        return new Sheet.Refused(new Fault(Fault.Kind.LOST, "the job never came to the printer"));
    }

    /** A sheet is tried again under its name only where nothing was printed before: the last try tells all. */
    private static Optional<JobView> newest(List<JobView> jobs, String name) {
        return jobs.stream().filter(job -> job.isCalled(name)).max((a, b) -> Integer.compare(a.id(), b.id()));
    }

    private static Sheet unknown(Fault.Kind kind, String why) {
        return new Sheet.Unknown("", new Fault(kind, why));
    }
}
