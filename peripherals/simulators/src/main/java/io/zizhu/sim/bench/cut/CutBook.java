package io.zizhu.sim.bench.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places that a terminal passes, in their order, and the one where it is to be killed. Places come from the terminal
 * itself ({@code journal before intent charge #1}, {@code operation after print #1}) and from the lines of the pretend
 * devices, which are listened to while an operation runs ({@code charge #1: pay-pad out telegram 3 after 2}). A place is
 * killed at by the thread that passes there, so nothing comes behind it. Any thread; its own monitor guards the book and is
 * not held while a process dies.
 */
public final class CutBook {
    private static final Logger LOG = LoggerFactory.getLogger(CutBook.class);
    private static final String OPERATION = "operation ";
    private static final long DYING_SECONDS = 10;

    private record Armed(long pid, String place) {}

    private final List<String> places = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Optional<Armed> armed = Optional.empty();
    private volatile String operation = "";

    /**
     * Begins a new list, and kills where this place is passed.
     *
     * @param pid whom
     * @param place as an earlier list spelt it; empty: only the list is kept
     */
    public synchronized void arm(long pid, String place) {
        places.clear();
        counts.clear();
        operation = "";
        armed = place.isEmpty() ? Optional.empty() : Optional.of(new Armed(pid, place));
    }

    /** What was passed since it was armed, oldest first. */
    public synchronized List<String> places() {
        return List.copyOf(places);
    }

    /** The terminal stands at a place and waits; returns where it may go on. */
    public void reached(String place) {
        String numbered = numbered(place);
        if (place.startsWith(OPERATION)) {
            String[] words = numbered.substring(OPERATION.length()).split(" ", 2);
            operation = words[0].equals("before") ? words[1] : "";
        }
        passes(numbered).ifPresent(CutBook::kill);
    }

    private synchronized String numbered(String place) {
        return place + " #" + counts.merge(place, 1, Integer::sum);
    }

    /** The operation that runs now; empty between two. */
    String operation() {
        return operation;
    }

    /**
     * Notes a place.
     *
     * @return whom to kill here
     */
    synchronized Optional<ProcessHandle> passes(String place) {
        places.add(place);
        if (armed.filter(one -> one.place().equals(place)).isEmpty()) {
            return Optional.empty();
        }
        long pid = armed.get().pid();
        armed = Optional.empty();
        LOG.info("cut at {}", place);
        return ProcessHandle.of(pid);
    }

    /** SIGKILL; returns when it is dead. */
    static void kill(ProcessHandle terminal) {
        terminal.destroyForcibly();
        try {
            terminal.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException immortal) {
            throw new IllegalStateException("process " + terminal.pid() + " does not die", immortal);
        }
    }
}
