package io.zizhu.service.upkeep;

import io.zizhu.catalogue.Words;
import java.time.Instant;
import java.util.List;

/**
 * The staff's counter. Found in the servlet context under the name of this interface. Every call but {@link #enter}
 * needs the key that it gave; a wrong or old key throws {@link NotEntered}. Any thread.
 */
public interface Upkeep {
    /** Checks a PIN; after five wrong ones the door stays shut for growing times. */
    Entrance enter(String pin);

    void leave(String key);

    /** Every device, with both axes; words where there is a fault. */
    List<Row> devices(String key);

    /** Supplies left, by the journal's count. */
    List<Supply> supplies(String key);

    /** A pack was loaded: sets what is left. */
    void loaded(String key, String supply, int count);

    /** Prints a test page or slip on this printer; tells how it ended. */
    Words testPrint(String key, String device);

    /** Closes and opens a device afresh. */
    void reset(String key, String device);

    /** Whether the terminal is out of service because the staff work on it. */
    boolean maintained(String key);

    /** Takes the terminal out of service as soon as nobody is served, for two hours at most, or puts it back. */
    void maintain(String key, boolean on);

    /** Doubts that wait for a person, oldest first. */
    List<Doubt> doubts(String key);

    /** A person decided; the remark says how. */
    void settle(String key, long doubt, String remark);

    sealed interface Entrance {
        record In(String key) implements Entrance {}

        record Wrong(int triesLeft) implements Entrance {}

        record Shut(Instant until) implements Entrance {}
    }

    record Row(String id, String kind, String status, String media, Instant since, String fault) {}

    record Supply(String name, int left) {}

    record Doubt(long number, Instant at, String kind, String caseNumber, String reason) {}

    /** Nobody entered with this key, or it is too old. */
    final class NotEntered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotEntered() {
            super("enter the PIN again");
        }
    }
}
