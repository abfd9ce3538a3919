package io.zizhu.terminal;

import io.zizhu.agent.Agent;
import io.zizhu.device.Change;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.visit.Counter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the keepers say to those who must know: the counter (what can be offered), the centre, and, where a fault
 * came or went, the journal. The keepers' threads only put it down here.
 */
final class DeviceNews {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceNews.class);

    private final LinkedBlockingQueue<Change> heard = new LinkedBlockingQueue<>();
    private volatile Consumer<Change> outward = change -> {};

    void put(Change change) {
        heard.add(change);
        outward.accept(change);
    }

    /** @param listener hears every change as well, on the device's own thread; must not block */
    void tell(Consumer<Change> listener) {
        outward = listener;
    }

    Thread carry(Journal journal, Counter counter, Agent agent) {
        return Thread.ofVirtual().name("device-news").start(() -> {
            Set<String> faulty = new HashSet<>();
            try {
                while (true) {
                    DeviceState state = heard.take().now();
                    counter.refresh();
                    agent.changed();
                    boolean fault = state.fault().isPresent();
                    boolean news = fault
                            ? faulty.add(state.id().value())
                            : faulty.remove(state.id().value());
                    if (news) {
                        note(journal, state);
                    }
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void note(Journal journal, DeviceState state) {
        String fault = state.fault().map(Fault::toString).orElse("");
        LOG.info("device {} is {} {}", state.id(), state.status().word(), fault);
        try {
            journal.note(
                    VisitId.NONE,
                    Entry.of(
                            "device",
                            Map.of(
                                    "id", state.id().value(),
                                    "status", state.status().word(),
                                    "media", state.media().word(),
                                    "fault", fault)));
        } catch (Journal.Broken broken) {
            LOG.error("a device's fault could not be noted", broken);
        }
    }
}
