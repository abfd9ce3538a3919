package io.zizhu.service.visit;

import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Journal;
import java.time.Duration;

/** What handles money and is lost with the process, put together over ports that survive it. */
record Room(Doubts doubts, Teller teller, Till till, Unfinished unfinished) {
    private static final Duration LONG = Duration.ofSeconds(30);

    Room(Journal journal, Devices devices, Centre centre) {
        this(journal, devices, centre, Duration.ofMillis(2));
    }

    /** @param settle how long one question to a device may take */
    Room(Journal journal, Devices devices, Centre centre, Duration settle) {
        this(journal, devices, centre, new Doubts(journal), timing(settle));
    }

    private static Timing timing(Duration settle) {
        return new Timing(LONG, LONG, LONG, LONG, LONG, settle, LONG, LONG, LONG, LONG);
    }

    private Room(Journal journal, Devices devices, Centre centre, Doubts doubts, Timing timing) {
        this(journal, devices, doubts, new Teller(journal, centre, doubts), timing);
    }

    private Room(Journal journal, Devices devices, Doubts doubts, Teller teller, Timing timing) {
        this(journal, devices, doubts, teller, new Payback(journal, devices, doubts, teller, timing), timing);
    }

    private Room(Journal journal, Devices devices, Doubts doubts, Teller teller, Payback payback, Timing timing) {
        this(
                doubts,
                teller,
                new Till(journal, devices, doubts, teller, payback, timing),
                journal,
                devices,
                payback,
                timing);
    }

    private Room(
            Doubts doubts, Teller teller, Till till, Journal journal, Devices devices, Payback payback, Timing timing) {
        this(doubts, teller, till, new Unfinished(journal, devices, till, payback, doubts, teller, timing));
    }
}
