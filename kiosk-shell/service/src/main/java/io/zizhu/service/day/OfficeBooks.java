package io.zizhu.service.day;

import io.zizhu.device.Patience;
import java.time.Instant;
import java.util.List;

/** Port: what the back office has of this terminal's payments. Blocks at most for the patience; any thread. */
public interface OfficeBooks {
    /** Cases of this terminal that were begun from {@code from} on and before {@code to}, and are or were paid. */
    OfficeDay day(Instant from, Instant to, Patience patience);

    /** What came of asking. */
    sealed interface OfficeDay {
        record Known(List<Paid> payments) implements OfficeDay {
            public Known {
                payments = List.copyOf(payments);
            }
        }

        /** @param why in technician's words */
        record Away(String why) implements OfficeDay {}
    }

    /**
     * One case with a fee, as the back office has it.
     *
     * @param made when it was begun
     * @param fen its fee
     * @param receipt {@code terminal/receipt/trace} that it was told of; empty while it was told of none
     * @param withdrawn whether the case is not pursued
     */
    record Paid(String caseNumber, Instant made, long fen, String receipt, boolean withdrawn) {
        boolean paid() {
            return !receipt.isEmpty() && !withdrawn;
        }
    }
}
