package io.zizhu.central.fleet;

import io.zizhu.catalogue.Words;
import io.zizhu.central.day.DayBooks;
import io.zizhu.central.fleet.Fleet.Technician;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The accountants' side of the façade: what was charged at each site on each day, what does not fit, and what a supervisor
 * made of it. Any thread; every call reckons with what is here now. Nothing here names a citizen.
 */
public interface Books {
    /** Days are the stations' civil days, wherever the centre runs. */
    ZoneId ZONE = DayBooks.ZONE;

    /** The site of terminals that nobody assigned. */
    String UNASSIGNED = "";

    /** Every site with its terminals; each terminal stands in one. */
    List<Site> sites();

    /** Says where a terminal stands; false where there is no such terminal or the name is none. */
    boolean assign(Technician by, String terminal, String site);

    /** The stations' civil day it is now. */
    LocalDate today();

    /** Reckons the day of a site and enters what does not fit; nothing where there is no such site. */
    Optional<Day> day(String site, LocalDate day);

    /** The same as a table for a spreadsheet: RFC 4180, UTF-8 with byte order mark. */
    Optional<byte[]> sheet(String site, LocalDate day);

    /**
     * Exceptions, the newest first.
     *
     * @param waiting only those for which a person has to do something
     */
    List<ExceptionLine> exceptions(boolean waiting);

    /** From now on this supervisor looks into it. */
    Settled take(Technician by, long exception);

    /** Whoever took it says how it was settled; money waits for a second person then. */
    Settled settle(Technician by, long exception, String remark);

    /** The second supervisor agrees. */
    Settled agree(Technician by, long exception);

    record Site(String name, List<String> terminals) {}

    /** @param kept fen that the journals say are kept, all terminals */
    record Day(String site, LocalDate day, List<TerminalDay> terminals, int exceptions, long kept) {}

    /** @param heard the time of the newest row stored here: what happened later is not in the books yet */
    record TerminalDay(String terminal, Optional<Instant> heard, List<DayLine> lines) {}

    /**
     * One payment, or one thing that should belong to one.
     *
     * @param ref case number; where there is none the order's, or the way of paying
     * @param verdict a stable word, such as {@code MATCHED}
     */
    record DayLine(
            String ref,
            String way,
            Instant at,
            long fen,
            String receipt,
            String office,
            String order,
            String verdict,
            Words means,
            boolean exception,
            String remark) {}

    /**
     * @param state {@code OPEN}, {@code TAKEN}, {@code PROPOSED} (waits for the second person), {@code SETTLED} or
     *     {@code GONE} (agrees by itself now)
     * @param two whether settling it takes two people
     */
    record ExceptionLine(
            long id,
            String terminal,
            String site,
            LocalDate day,
            String ref,
            String verdict,
            Words means,
            long fen,
            String detail,
            Instant found,
            String state,
            boolean two,
            String taker,
            String remark,
            String second) {}

    /** What became of a wish. */
    sealed interface Settled {
        record Done() implements Settled {}

        /** Only supervisors' accounts may settle. */
        record NotSupervisor() implements Settled {}

        /** @param why in an officer's words */
        record Refused(String why) implements Settled {}
    }
}
