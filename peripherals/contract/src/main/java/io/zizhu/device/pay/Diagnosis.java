package io.zizhu.device.pay;

import io.zizhu.device.Fault;
import java.util.List;

/** What a pad found when it tried its way to the bank. */
public sealed interface Diagnosis {
    /** @param text what it gave to print about it, for technicians */
    record Well(List<String> text) implements Diagnosis {
        public Well {
            text = List.copyOf(text);
        }
    }

    /** @param code the pad's result code */
    record Troubled(String code) implements Diagnosis {}

    /** The pad could not be asked, or did not answer. */
    record Failed(Fault fault) implements Diagnosis {}
}
