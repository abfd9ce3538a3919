package io.zizhu.service.upkeep;

import io.zizhu.catalogue.Words;
import io.zizhu.service.day.DayReport;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.stock.HandOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The staff's counter. Found in the servlet context under the name of this interface. Every call but {@link #enter} and
 * {@link #asks} needs the key that it gave; a wrong or old key throws {@link NotEntered}. Any thread.
 */
public interface Upkeep {
    /** What the door wants to see. */
    Asks asks();

    /** Looks at a badge and its PIN; after five wrong tries it stays shut for growing times. */
    Entrance enter(Badge badge);

    void leave(String key);

    /** The badge that entered with this key; empty where the station has one PIN for all. */
    String badge(String key);

    /** Every device, with both axes; words where there is a fault. */
    List<Row> devices(String key);

    /** What runs out, and who puts it in. */
    Store store(String key);

    /**
     * Tries a printer, the ID reader or the pay pad without a real number; tells how it ended. What would meet a citizen
     * is tried only while the terminal is out of service.
     */
    Words test(String key, String device);

    /** Closes and opens a device afresh. */
    void reset(String key, String device);

    /** Ends the terminal in order as soon as nobody is served; whoever keeps it running starts it again. */
    void restart(String key);

    /** What this shift has done so far. */
    HandOver shift(String key);

    /** Ends the shift and begins the next, printed on a sheet first where that is asked for; tells how it ended. */
    Words handOver(String key, boolean printed);

    /** What was left behind and is kept for its owner, oldest first. */
    List<Kept> kept(String key);

    /** Something was found: {@code id-card}, {@code sheet}, {@code slip}, {@code bank-card} or {@code other}. */
    void keep(String key, String what);

    /** What became of it: {@code returned}, {@code to-counter} or {@code destroyed}. */
    void release(String key, long number, String how);

    /** Whether the terminal is out of service because the staff work on it. */
    boolean maintained(String key);

    /** Takes the terminal out of service as soon as nobody is served, for two hours at most, or puts it back. */
    void maintain(String key, boolean on);

    /**
     * Closes the card pad's day and lays journal, pad and back office side by side; a supervisor's act where badges are
     * known. Waits some minutes at most.
     */
    DayEnded closeDay(String key);

    /** Doubts that wait for a person, oldest first. */
    List<Doubt> doubts(String key);

    /**
     * What was found out; the centre's case goes on by it. Needs two persons: every doubt is about money or a certificate.
     *
     * @param settlement one of {@link Settlement#of} its kind
     * @param remark how it was found out, without personal data; may be empty
     */
    Done settle(String key, long doubt, Settlement settlement, String remark, Optional<Badge> second);

    /**
     * What the door wants to see besides a PIN.
     *
     * @param badge a badge number
     * @param code the code of a badge app, from those who have one
     */
    record Asks(boolean badge, boolean code) {}

    sealed interface Entrance {
        record In(String key) implements Entrance {}

        record Wrong(int triesLeft) implements Entrance {}

        record Shut(Instant until) implements Entrance {}

        /** This code has let somebody in already; the app shows a new one soon. */
        record Replayed() implements Entrance {}
    }

    /** What came of closing the day. */
    sealed interface DayEnded {
        record Closed(DayReport report) implements DayEnded {}

        /** Somebody is at it just now. */
        record Busy() implements DayEnded {}

        record NoSupervisor() implements DayEnded {}
    }

    /** How an act of the staff ended. */
    sealed interface Done {
        record Well() implements Done {}

        /** @param detail such as the number that is wrong; empty where the reason says it all */
        record Refused(Why why, String detail) implements Done {}
    }

    /** Why an act of the staff was not done; nothing was changed. */
    enum Why {
        SECOND_NEEDED,
        SECOND_REFUSED,
        SAME_PERSON,
        NO_SUPERVISOR,
        NO_BADGES,
        /** Not a number that can be, or more than there is. */
        NO_NUMBER,
        /** Not two numbers of one length, in order, of a pack that fits. */
        NO_RANGE,
        /** The number was loaded before, or something became of it. */
        NUMBER_USED,
        /** Security paper is in, from this number on. */
        NUMBERED_IN,
        /** Plain paper is in; take it out and count first. */
        PLAIN_IN,
        /** Security paper is counted by the number on top. */
        COUNT_BY_NUMBER,
        ONE_BY_ONE,
        REASON_NEEDED
    }

    record Row(String id, String kind, String status, String media, Instant since, String fault) {}

    record Kept(long number, Instant at, String what) {}

    record Doubt(long number, Instant at, String kind, String caseNumber, String reason) {}

    /** Nobody entered with this key, or it is too old. */
    final class NotEntered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotEntered() {
            super("enter the PIN again");
        }
    }
}
