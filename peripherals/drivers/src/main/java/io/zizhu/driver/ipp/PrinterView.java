package io.zizhu.driver.ipp;

import com.hp.jipp.model.Operation;
import java.util.Set;

/** What the printer says of itself. */
record PrinterView(Condition condition, Set<Operation> operations, Set<String> formats) {
    PrinterView {
        operations = Set.copyOf(operations);
        formats = Set.copyOf(formats);
    }

    /** It numbers a job before it takes the document: then a lost answer leaves a number to ask by. */
    boolean numbersFirst() {
        return operations.contains(Operation.createJob) && operations.contains(Operation.sendDocument);
    }

    boolean printsPdf() {
        return formats.isEmpty() || formats.contains("application/pdf");
    }
}
