package io.zizhu.driver.zvt;

import io.zizhu.device.Fault;
import java.util.Optional;

/** How one command to the pad ended. */
sealed interface Ended {
    /** {@code 06 0F}. */
    record Completed(byte[] data, Optional<Stated> stated) implements Ended {}

    /** {@code 06 1E}: the pad began and gave up. */
    record Aborted(int code, Optional<Stated> stated) implements Ended {}

    /** {@code 84 xx}: the pad did not begin. */
    record Rejected(int code) implements Ended {}

    /** The link was gone before the first byte. */
    record NotSent(Fault fault) implements Ended {}

    /** Sent, and no end heard: broken link, silence, or bytes that are no ZVT. The link is of no use any more. */
    record Lost(Fault fault) implements Ended {}
}
