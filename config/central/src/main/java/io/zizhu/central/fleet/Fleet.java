package io.zizhu.central.fleet;

import io.zizhu.central.rollout.Privacy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The technicians' counter: all that the console and the JSON interface can see and do. Any thread; every call reads
 * what is true now and answers at once. Nothing here names a citizen.
 */
public interface Fleet {
    /** Name of the servlet context attribute under which a face finds this. */
    String ATTRIBUTE = "io.zizhu.central.fleet.Fleet";

    /** A technician who has proven the name. */
    record Technician(String name) {}

    /** Who this is, or nobody; the answer takes the same time either way, and longer after many wrong ones. */
    Optional<Technician> login(String name, char[] password);

    /** Whether this is a supervisor's account: they settle exceptions and search the archive. */
    boolean supervises(Technician who);

    /** Every terminal that ever joined, oldest first. */
    List<TerminalLine> terminals();

    Optional<TerminalPage> terminal(String id);

    /** A one-time code for one new terminal, good for a day. */
    String newJoinCode();

    /** From now on nothing from this terminal is heard; false where there is no such terminal. */
    boolean revoke(Technician by, String terminal);

    /**
     * Takes the terminal's journal in once more from its first row, beside what is stored: a technician has looked at a
     * fork and knows why the journal went back.
     *
     * @return false where nothing of this terminal is stored
     */
    boolean journalAnew(Technician by, String terminal);

    List<SectionText> sections();

    /** The welcome text as it stands. */
    WelcomeLine welcome();

    /** The most of {@link #keepHours} that terminals accept. */
    long MOST_KEPT_HOURS = Privacy.MOST_HOURS;

    /** How many hours personal fields stay readable at a terminal after the centre acknowledged them. */
    long keepHours();

    /** The items of the catalogue as it stands. */
    List<ItemLine> items();

    /** Writes a draft of a whole section, as its JSON text. */
    Outcome draft(Technician by, String section, String json);

    /** Writes a draft of the welcome text. */
    Outcome draftWelcome(Technician by, String zh, String en);

    /** Writes a draft of how long personal fields stay readable. */
    Outcome draftKeepHours(Technician by, long hours);

    /** Writes a draft of the catalogue with another fee for one item. */
    Outcome draftFee(Technician by, String item, long fen);

    /** Drafts, newest first. */
    List<DraftLine> drafts();

    /** Approves, signs and publishes; only ever by a second person. */
    Outcome approve(Technician by, long draft);

    Outcome reject(Technician by, long draft);

    /** Published bundles, newest first, each with what terminals said of it. */
    List<RolloutLine> rollouts();

    /** Sends a bundle to everybody although its first terminal has not answered. */
    boolean widen(Technician by, long bundle);

    /** Cases that wait for an officer, newest first. */
    List<OfficerCase> officerCases();

    List<AlarmLine> alarms();

    /** What was charged, what does not fit, and what became of it. */
    Books books();

    /** Who did what to which case, and the proof that nothing is missing. */
    Archive archive();

    /**
     * Checks a certificate; the one door here that needs no technician.
     *
     * @param seal content of the QR code
     * @param number certificate number as printed, may be empty
     * @param shown printed lines by name; only the filled ones are compared
     */
    CertificateCheck check(String seal, String number, Map<String, String> shown);

    /** Whether the store takes a commit and the line is open. */
    Health health();

    /**
     * @param state {@code inService}, {@code outOfService}, {@code maintenance}, {@code starting}; {@code unknown}
     *     before the first word from it
     * @param bundle version in force, 0 for the factory's
     * @param wanted version it should have, 0 where nothing is published
     */
    record TerminalLine(
            String id,
            boolean online,
            String state,
            long bundle,
            long wanted,
            String software,
            Optional<Instant> heard,
            boolean revoked,
            int troubles) {}

    /**
     * @param upTo rows stored here
     * @param outbox rows the terminal still holds back
     */
    record TerminalPage(
            TerminalLine line,
            Instant joined,
            Instant certificateEnds,
            long upTo,
            long outbox,
            boolean journalOk,
            List<JournalLine> journals,
            List<DeviceLine> devices,
            List<SupplyLine> supplies,
            List<VisitLine> visits,
            List<ReportLine> reports,
            List<AlarmLine> alarms) {}

    /**
     * One journal of a terminal as far as it is stored here.
     *
     * @param epoch 1, 2, 3…: more than one where a journal was set aside or sent anew
     * @param first the hash of its first row
     */
    record JournalLine(int epoch, String first, long upTo, Instant since, Instant heard) {}

    /** One device as its terminal last reported it. */
    record DeviceLine(String id, String kind, String status, String media, Instant since, String fault) {}

    /** What is left of a supply, such as {@code a4}, by the terminal's own count. */
    record SupplyLine(String name, long left) {}

    /**
     * One visit, without anything about the visitor.
     *
     * @param kind the journal's word for how it ended
     * @param open the row's open facts
     */
    record VisitLine(long seq, Instant at, String kind, Map<String, String> open) {}

    record ReportLine(String terminal, long bundle, String result, String reason, Instant at) {}

    record SectionText(String name, String schema, long version, String json) {}

    record WelcomeLine(String zh, String en) {}

    record ItemLine(String code, int version, String zh, String en, long feeFen) {}

    /** @param state {@code waiting}, {@code published} or {@code rejected} */
    record DraftLine(
            long id,
            String section,
            long base,
            String author,
            Instant made,
            String state,
            Optional<String> decider,
            Optional<Long> bundle,
            List<ChangeLine> changes,
            String json) {}

    /** One difference between a section and a draft of it. */
    record ChangeLine(String where, String before, String after) {}

    /** @param ring {@code first}, {@code everywhere} or {@code stopped} */
    record RolloutLine(
            long version, String digest, Instant made, String ring, Optional<String> first, List<ReportLine> reports) {}

    record OfficerCase(String number, String item, String terminal, Instant made) {}

    record AlarmLine(String terminal, String kind, String detail, Instant at) {}

    record Health(boolean store, boolean line, int terminals, int online) {}

    /** What became of a wish. */
    sealed interface Outcome {
        record Kept(long draft) implements Outcome {}

        record Published(long bundle) implements Outcome {}

        record Rejected(long draft) implements Outcome {}

        /** @param why in a technician's words */
        record Refused(String why) implements Outcome {}
    }

    /** What came of checking a certificate. */
    sealed interface CertificateCheck {
        /** @param lines label and value of every sealed line, names and numbers masked */
        record Genuine(String number, String issued, boolean specimen, Map<String, String> lines)
                implements CertificateCheck {
            @Override
            public String toString() {
                return "[withheld]";
            }
        }

        /** @param where {@code seal}, {@code number} or the name of the line that does not fit */
        record Wrong(String where) implements CertificateCheck {}
    }
}
