package io.zizhu.driver.training;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The terminal's end of the training line: one question at a time, each with exactly one outcome. Asked on the keeper's
 * owner thread; {@link #close} from any.
 *
 * <p>A device that works says so at least every second, so one that falls silent is found out after three, however long
 * the patience. Where patience ends first, the question is cancelled and the device's own outcome awaited: only the
 * device knows whether it had acted before.
 */
final class TrainingLine implements AutoCloseable {
    private static final int VERSION = 1;
    static final Duration SILENCE = Duration.ofSeconds(3);
    private static final long SLICE_MILLIS = 20;
    private static final Duration GREETING = Duration.ofSeconds(5);

    private final String where;
    private final Link link;
    private final Duration silence;
    private final Inflow inflow = new Inflow();
    private int last;

    private TrainingLine(String where, Link link, Duration silence) {
        this.where = where;
        this.link = link;
        this.silence = silence;
    }

    /**
     * Connects, and asks who is there.
     *
     * @throws DeviceAway MISCONFIGURED where a device of another class answers, or the line is of another version
     */
    static TrainingLine open(Plug plug, Binding binding, DeviceKind kind) throws DeviceAway {
        return open(plug, binding, kind, SILENCE);
    }

    static TrainingLine open(Plug plug, Binding binding, DeviceKind kind, Duration silence) throws DeviceAway {
        TrainingLine line = new TrainingLine(binding.id().value(), plug.open(binding), silence);
        try {
            Said hello = line.ask("hello", Map.of(), GREETING);
            if (!hello.text("kind").equals(kind.word()) || !hello.text("line").equals(String.valueOf(VERSION))) {
                throw new DeviceAway(
                        Fault.Kind.MISCONFIGURED,
                        "devices/" + binding.id() + "/port: a " + hello.text("kind") + " with line "
                                + hello.text("line") + " answers there, not a " + kind.word() + " with line "
                                + VERSION);
            }
            return line;
        } catch (DeviceAway | RuntimeException trouble) {
            line.close();
            throw trouble;
        }
    }

    /** How the device stands on both axes, in its own words ({@code what=state}). */
    Pulse pulse() throws DeviceAway {
        Said state = ask("state", Map.of(), GREETING);
        if (!state.text("outcome").equals("state")) {
            throw odd("state", state);
        }
        return Stated.pulse(where, state);
    }

    /** Asks what is answered at once. */
    private Said ask(String what, Map<String, String> with, Duration patience) throws DeviceAway {
        return ask(what, with, Patience.of(patience), Said::wipe);
    }

    /**
     * Asks and waits for the outcome. Whoever must not begin too late looks at the patience before.
     *
     * @param notes hears what the device tells while it works; owns what it is given
     * @return the one {@code done}, which the caller wipes where it may hold personal data
     * @throws DeviceAway LOST, SILENT, or GARBLED where only noise came: what the device did meanwhile is not known
     */
    Said ask(String what, Map<String, String> with, Patience patience, Consumer<Said> notes) throws DeviceAway {
        int id = ++last;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("what", what);
        fields.put("patience", String.valueOf(patience.leftMillis()));
        fields.putAll(with);
        inflow.forget();
        link.drain(); // late bytes of an earlier answer are no answer to this question
        link.send(Said.line("ask", id, fields));
        boolean cancelled = false;
        long heard = System.nanoTime();
        while (System.nanoTime() - heard < silence.toNanos()) {
            if (patience.over() && !cancelled) {
                link.send(Said.line("cancel", id, Map.of()));
                cancelled = true;
                heard = System.nanoTime();
            }
            Optional<Said> came = next();
            if (came.isEmpty() || came.get().id() != id) {
                came.ifPresent(Said::wipe); // of a question that has had its outcome
                continue;
            }
            Said said = came.get();
            if (said.word().equals("done")) {
                return said;
            }
            if (said.word().equals("note")) {
                notes.accept(said);
            }
            heard = cancelled ? heard : System.nanoTime();
        }
        throw silent(what);
    }

    private Optional<Said> next() throws DeviceAway {
        Optional<Said> waiting = inflow.next();
        if (waiting.isPresent()) {
            return waiting;
        }
        inflow.put(link.receive(Patience.ofMillis(SLICE_MILLIS)));
        return inflow.next();
    }

    private DeviceAway silent(String what) {
        return inflow.garbled()
                ? new DeviceAway(Fault.Kind.GARBLED, where + ": nothing but noise after \"" + what + "\"")
                : new DeviceAway(Fault.Kind.SILENT, where + ": no outcome of \"" + what + "\" in time");
    }

    /** For an outcome that the driver does not know. */
    DeviceAway odd(String what, Said done) {
        String outcome = done.text("outcome");
        done.wipe();
        return new DeviceAway(
                Fault.Kind.GARBLED, where + ": \"" + what + "\" had the unknown outcome \"" + outcome + "\"");
    }

    /** Forgets what is still in buffers; owner thread. */
    void wipe() {
        inflow.forget();
        link.drain();
    }

    @Override
    public void close() {
        link.close();
    }
}
