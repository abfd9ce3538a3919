package io.zizhu.driver.ipp;

import static com.hp.jipp.encoding.AttributeGroup.groupOf;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.DelimiterTag;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import io.zizhu.device.Fault;
import io.zizhu.driver.ipp.Unanswered.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six operations of RFC 8011 that printing once takes, each one question and one answer. Owner thread only. */
final class IppClient implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final String WHO = "zizhu";

    private final IppWire wire;
    private int asked;

    IppClient(IppWire wire) {
        this.wire = wire;
    }

    PrinterView printer(Duration patience) throws Unanswered {
        IppPacket answer = ask(
                Operation.getPrinterAttributes,
                List.of(Types.requestedAttributes.of(
                        "printer-state", "printer-state-reasons", "operations-supported", "document-format-supported")),
                NOTHING,
                patience);
        AttributeGroup group = group(answer, Tag.printerAttributes);
        PrinterState state = value(group, Types.printerState);
        if (state == null) {
            throw garbled();
        }
        return new PrinterView(
                Condition.of(state.getCode(), texts(group, "printer-state-reasons")),
                new HashSet<>(group.getValues(Types.operationsSupported)),
                new HashSet<>(texts(group, "document-format-supported")));
    }

    /** Announces a job; its number. Nothing is printed before its document comes. */
    int create(String name, Duration patience) throws Unanswered {
        return number(ask(Operation.createJob, List.of(Types.jobName.of(name)), NOTHING, patience));
    }

    void send(int job, byte[] pdf, Duration patience) throws Unanswered {
        ask(
                Operation.sendDocument,
                List.of(
                        Types.jobId.of(job),
                        Types.requestingUserName.of(WHO),
                        Types.documentFormat.of("application/pdf"),
                        Types.lastDocument.of(true)),
                pdf,
                patience);
    }

    /** For printers that take job and document in one; the job's number. */
    int print(String name, byte[] pdf, Duration patience) throws Unanswered {
        return number(ask(
                Operation.printJob,
                List.of(
                        Types.requestingUserName.of(WHO),
                        Types.jobName.of(name),
                        Types.documentFormat.of("application/pdf")),
                pdf,
                patience));
    }

    JobView job(int job, Duration patience) throws Unanswered {
        AttributeGroup group = group(
                ask(Operation.getJobAttributes, List.of(Types.jobId.of(job)), NOTHING, patience), Tag.jobAttributes);
        JobState state = value(group, Types.jobState);
        if (state == null) {
            throw garbled();
        }
        Attribute<?> begun = group.get("time-at-processing");
        return new JobView(
                job,
                state.getCode(),
                texts(group, "job-state-reasons"),
                Math.max(count(group, Types.jobMediaSheetsCompleted), count(group, Types.jobImpressionsCompleted)),
                begun != null && begun.isNoValue());
    }

    void cancel(int job, Duration patience) throws Unanswered {
        ask(Operation.cancelJob, List.of(Types.jobId.of(job), Types.requestingUserName.of(WHO)), NOTHING, patience);
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

    private AttributeGroup group(IppPacket answer, DelimiterTag tag) throws Unanswered {
        AttributeGroup group = answer.get(tag);
        if (group == null) {
            throw garbled();
        }
        return group;
    }

    private int number(IppPacket answer) throws Unanswered {
        AttributeGroup group = answer.get(Tag.jobAttributes);
        Integer number = group == null ? null : value(group, Types.jobId);
        return Optional.ofNullable(number).orElseThrow(this::garbled);
    }

    private Unanswered garbled() {
        return new Unanswered(
                new Fault(Fault.Kind.GARBLED, wire.printer() + ": an attribute is missing in the answer"),
                Reach.PERHAPS);
    }

    private static <T> @Nullable T value(AttributeGroup group, AttributeType<T> type) {
        return group.getValue(type);
    }

    private static int count(AttributeGroup group, AttributeType<Integer> type) {
        Integer count = value(group, type);
        return count == null ? 0 : count;
    }

    private static List<String> texts(AttributeGroup group, String name) {
        Attribute<?> attribute = group.get(name);
        return attribute == null ? List.of() : attribute.strings();
    }

    @Override
    public void close() {
        wire.close();
    }
}
