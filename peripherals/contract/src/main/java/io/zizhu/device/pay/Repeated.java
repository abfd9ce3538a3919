package io.zizhu.device.pay;

import io.zizhu.device.Fault;
import java.util.List;

/** The pad's last receipt, asked for once more. */
public sealed interface Repeated {
    /** @param text for the person, card numbers masked; empty where the pad hands no text out */
    record Again(Receipt receipt, List<String> text) implements Repeated {
        public Again {
            text = List.copyOf(text);
        }
    }

    /** The pad has none. */
    record Nothing() implements Repeated {}

    record Failed(Fault fault) implements Repeated {}
}
