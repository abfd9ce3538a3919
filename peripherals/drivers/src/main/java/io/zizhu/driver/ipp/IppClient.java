package io.zizhu.driver.ipp;

import static com.hp.jipp.encoding.AttributeGroup.groupOf;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import io.zizhu.device.Fault;
import io.zizhu.driver.ipp.Unanswered.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The seven operations of RFC 8011 that printing once takes, each one question and one answer. Owner thread only. */
final class IppClient implements AutoCloseable {
    private static final byte[] NOTHING = {};
    static final int JOBS_AT_ONCE = 50;

    private final IppWire wire;
    private final String user;
    private int asked;

    /** @param user under which name this terminal prints */
    IppClient(IppWire wire, String user) {
        this.wire = wire;
        this.user = user;
    }

    PrinterView printer(Duration patience) throws Unanswered {
        IppPacket answer = ask(
                Operation.getPrinterAttributes,
                List.of(Types.requestedAttributes.of(
                        "printer-state",
                        "printer-state-reasons",
                        "operations-supported",
                        "document-format-supported",
                        "printer-supply",
                        "printer-input-tray",
                        "marker-types",
                        "marker-levels")),
                NOTHING,
                patience);
        return PrinterView.of(answer).orElseThrow(this::garbled);
    }

    /** Announces a job; its number. Nothing is printed before its document comes. */
    int create(String name, Duration patience) throws Unanswered {
        return number(ask(Operation.createJob, List.of(me(), Types.jobName.of(name)), NOTHING, patience));
    }

    void send(int job, byte[] pdf, Duration patience) throws Unanswered {
        ask(
                Operation.sendDocument,
                List.of(
                        Types.jobId.of(job),
                        me(),
                        Types.documentFormat.of("application/pdf"),
                        Types.lastDocument.of(true)),
                pdf,
                patience);
    }

    /** For printers that take job and document in one; the job's number. */
    int print(String name, byte[] pdf, Duration patience) throws Unanswered {
        return number(ask(
                Operation.printJob,
                List.of(me(), Types.jobName.of(name), Types.documentFormat.of("application/pdf")),
                pdf,
                patience));
    }

    /** @throws Unanswered {@code GARBLED} as well where the printer answers about another job */
    JobView job(int job, Duration patience) throws Unanswered {
        IppPacket answer = ask(Operation.getJobAttributes, List.of(Types.jobId.of(job), me()), NOTHING, patience);
        JobView view = Optional.ofNullable(answer.get(Tag.jobAttributes))
                .flatMap(JobView::of)
                .orElseThrow(this::garbled);
        if (view.id() != job) {
            throw new Unanswered(
                    new Fault(Fault.Kind.GARBLED, "asked for job " + job + ", the printer told of job " + view.id()),
                    Reach.PERHAPS);
        }
        return view;
    }

    /** The jobs of ours that have not ended; those of others are left out whatever the printer thinks is ours. */
    List<JobView> waiting(Duration patience) throws Unanswered {
        return jobs("not-completed", patience);
    }

    /** The jobs of ours that the printer remembers, the newest {@link #JOBS_AT_ONCE} of them. */
    List<JobView> ended(Duration patience) throws Unanswered {
        return jobs("completed", patience);
    }

    private List<JobView> jobs(String which, Duration patience) throws Unanswered {
        IppPacket answer = ask(
                Operation.getJobs,
                List.of(
                        me(),
                        Types.limit.of(JOBS_AT_ONCE),
                        Types.requestedAttributes.of(
                                "job-id",
                                "job-name",
                                "job-state",
                                "job-state-reasons",
                                "job-originating-user-name",
                                "job-media-sheets-completed",
                                "job-impressions-completed",
                                "time-at-processing"),
                        Types.whichJobs.of(which),
                        Types.myJobs.of(true)),
                NOTHING,
                patience);
        List<JobView> jobs = new ArrayList<>();
        for (AttributeGroup group : answer.getAttributeGroups()) {
            if (group.getTag().equals(Tag.jobAttributes)) {
                JobView.of(group).ifPresent(jobs::add);
            }
        }
        jobs.removeIf(job -> !job.user().equals(user));
        return jobs;
    }

    private Attribute<?> me() {
        return Types.requestingUserName.of(user);
    }

    void cancel(int job, Duration patience) throws Unanswered {
        ask(Operation.cancelJob, List.of(Types.jobId.of(job), me()), NOTHING, patience);
    }

    private IppPacket ask(Operation operation, List<Attribute<?>> more, byte[] document, Duration patience)
            throws Unanswered {
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(Types.attributesCharset.of("utf-8"));
        attributes.add(Types.attributesNaturalLanguage.of("en"));
        attributes.add(Types.printerUri.of(wire.printer()));
        attributes.addAll(more);
        asked++;
        return wire.ask(
                new IppPacket(operation, asked, groupOf(Tag.operationAttributes, attributes)), document, patience);
    }

    private int number(IppPacket answer) throws Unanswered {
        return Optional.ofNullable(answer.get(Tag.jobAttributes))
                .map(group -> group.getValue(Types.jobId))
                .orElseThrow(this::garbled);
    }

    private Unanswered garbled() {
        return new Unanswered(
                new Fault(Fault.Kind.GARBLED, wire.printer() + ": an attribute is missing in the answer"),
                Reach.PERHAPS);
    }

    @Override
    public void close() {
        wire.close();
    }
}
