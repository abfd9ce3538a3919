package io.zizhu.terminal.journal.aside;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** How rows that waited in a journal that was set aside are told to staff: as doubts, with everything that helps. Pure. */
final class Doubtful {
    private static final int MOST = 100; // a file that says more is more damaged than used
    private static final List<String> EVIDENCE =
            List.of("way", "amount", "currency", "terminal", "receipt", "trace", "key", "sheet", "certificate", "what");

    private Doubtful() {}

    /** One for each case and kind of doubt. */
    static List<Entry> of(String file, Collection<Waiting> rows) {
        var doubts = new LinkedHashMap<String, Entry>();
        for (Waiting row : rows) {
            kind(row).ifPresent(kind -> doubts.merge(key(kind, row), entry(file, kind, row), Doubtful::joined));
        }
        var listed = new ArrayList<>(doubts.values());
        if (listed.size() > MOST) {
            int more = listed.size() - MOST;
            listed.subList(MOST, listed.size()).clear();
            listed.add(journal(file, more + " more acts have no outcome in " + file));
        }
        return listed;
    }

    /**
     * The file keeps something to itself.
     *
     * @param partly whether anything of it could be read
     */
    static Entry unreadable(String file, boolean partly) {
        return journal(
                file, "the journal set aside as " + file + " can be read " + (partly ? "in part only" : "nowhere"));
    }

    private static Entry journal(String file, String reason) {
        return Entry.of(
                Kinds.DOUBT,
                Map.of(
                        "kind",
                        "journal",
                        "case",
                        file,
                        "file",
                        file,
                        "reason",
                        reason + ": look at the pay pad, at the tray and at the centre's books"));
    }

    /** What a person would call it; nothing for what neither moved money or paper nor was a doubt before. */
    private static Optional<String> kind(Waiting row) {
        return switch (row.kind()) {
            case Kinds.CHARGE, Kinds.CONFIRM, Kinds.REVERSE, Kinds.REFUND, Kinds.PENDING -> Optional.of("payment");
            case Kinds.ISSUE -> Optional.of("certificate");
            case Kinds.WITHDRAW -> Optional.of("withdrawal");
            case Kinds.RETAINED -> Optional.of("retained");
            case Kinds.DOUBT -> Optional.of(row.fact("kind").isEmpty() ? "journal" : row.fact("kind"));
            default -> Optional.empty();
        };
    }

    private static String key(String kind, Waiting row) {
        String caseNumber = row.fact("case");
        return kind + "\n" + (caseNumber.isEmpty() ? "row " + row.seq() : caseNumber);
    }

    private static Entry entry(String file, String kind, Waiting row) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("kind", kind);
        facts.put("case", row.fact("case"));
        facts.put("file", file);
        facts.put("row", String.valueOf(row.seq()));
        EVIDENCE.stream().filter(name -> !row.fact(name).isEmpty()).forEach(name -> facts.put(name, row.fact(name)));
        facts.put("reason", "from the journal set aside as " + file + ": " + said(row));
        return Entry.of(Kinds.DOUBT, facts);
    }

    private static String said(Waiting row) {
        var said = new StringJoiner(", ");
        said.add("row " + row.seq() + " (" + row.kind() + " of " + row.at() + ")");
        for (String name : EVIDENCE) {
            if (!row.fact(name).isEmpty()) {
                said.add(name + " " + row.fact(name));
            }
        }
        if (row.kind().equals(Kinds.DOUBT)) {
            return said.add(row.fact("reason")).toString();
        }
        return said + " has no outcome; look at the pay pad, at the tray and at the centre's books";
    }

    private static Entry joined(Entry first, Entry more) {
        String reason = first.open().get("reason") + "; " + more.open().get("reason");
        return first.and(Map.of("reason", reason));
    }
}
