package io.zizhu.terminal.pay;

import io.zizhu.device.keep.Lease;
import io.zizhu.device.scan.CodeScanner;
import java.time.Duration;
import java.util.Optional;

/** The way to the terminal's code scanner. Any thread. */
public interface Scanners {
    /** Whether one is there and well. */
    boolean there();

    /** A scanner for this payment alone; empty where none is bound, or somebody has it. */
    Optional<Lease<CodeScanner>> lease(Duration atMost);
}
