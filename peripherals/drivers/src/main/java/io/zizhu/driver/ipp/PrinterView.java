package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the printer says of itself. */
record PrinterView(Condition condition, Supplies supplies, Set<Integer> operations, Set<String> formats) {
    PrinterView {
        operations = Set.copyOf(operations);
        formats = Set.copyOf(formats);
    }

    /** Empty where the answer tells no state. Pure. */
    static Optional<PrinterView> of(IppPacket answer) {
        return Optional.ofNullable(answer.get(Tag.printerAttributes))
                .flatMap(group -> Told.number(group, "printer-state")
                        .map(state -> new PrinterView(
                                Condition.of(state, Told.texts(group, "printer-state-reasons")),
                                Supplies.of(group),
                                new HashSet<>(Told.numbers(group, "operations-supported")),
                                new HashSet<>(Told.texts(group, "document-format-supported")))));
    }

    /** It numbers a job before it takes the document: then a lost answer leaves a number to ask by. */
    boolean numbersFirst() {
        return has(Operation.createJob) && has(Operation.sendDocument);
    }

    /** It tells which jobs wait. */
    boolean listsJobs() {
        return has(Operation.getJobs);
    }

    boolean printsPdf() {
        return formats.isEmpty() || formats.contains("application/pdf");
    }

    private boolean has(Operation operation) {
        return operations.contains(operation.getCode());
    }
}
