package io.zizhu.terminal;

import io.zizhu.catalogue.Words;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the terminal does when its current is about to end, and when the mains are back: the counter closes in order, with
 * every charge and every sheet in a known outcome, and opens again. Switching the machine off is the system's matter
 * (NUT's upsmon). Called by the thread that looks.
 */
final class Outage implements Consumer<Boolean> {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Words NO_POWER = new Words(
            "停电，本机暂停服务，来电后自动恢复。请使用其他终端或到人工窗口。",
            "Power failure: the battery is at its end. Service resumes with the mains. Please use another machine or the staffed counter.");

    private final Shutters shutters;
    private final Journal journal;

    Outage(Shutters shutters, Journal journal) {
        this.shutters = shutters;
        this.journal = journal;
    }

    @Override
    public void accept(Boolean failing) {
        LOG.warn(failing ? "the battery is at its end: closing" : "the mains are back: open again");
        if (failing) {
            shutters.closeSoon(NO_POWER);
        } else {
            shutters.open(NO_POWER);
        }
        try {
            journal.note(VisitId.NONE, Entry.of("power", Map.of("power", failing ? "battery at its end" : "mains")));
        } catch (Journal.Broken broken) {
            LOG.error("the power's failing could not be noted", broken);
        }
    }
}
