package io.zizhu.service.visit;

import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Journal;
import java.time.Duration;

/** What handles money and is lost with the process, put together over ports that survive it. */
record Room(Doubts doubts, Till till, Unfinished unfinished) {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Timing QUICK =
            new Timing(LONG, LONG, LONG, LONG, LONG, Duration.ofMillis(2), LONG, LONG, LONG, LONG);

    Room(Journal journal, Devices devices, Centre centre) {
        this(journal, devices, centre, new Doubts(journal));
    }

    private Room(Journal journal, Devices devices, Centre centre, Doubts doubts) {
        this(journal, devices, doubts, new Teller(journal, centre, doubts));
    }

    private Room(Journal journal, Devices devices, Doubts doubts, Teller teller) {
        this(journal, devices, doubts, teller, new Payback(journal, devices, doubts, teller, QUICK));
    }

    private Room(Journal journal, Devices devices, Doubts doubts, Teller teller, Payback payback) {
        this(journal, devices, doubts, teller, payback, new Till(journal, devices, doubts, teller, payback, QUICK));
    }

    private Room(Journal journal, Devices devices, Doubts doubts, Teller teller, Payback payback, Till till) {
        this(doubts, till, new Unfinished(journal, devices, till, payback, doubts, teller, QUICK));
    }
}
