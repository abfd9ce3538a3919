package io.zizhu.service.visit;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A journal in memory that can be cut: from the chosen row on nothing is written any more, as if the power failed. */
public final class FakeJournal implements Journal {
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private final List<Entry> outcomes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private Predicate<String> cut = _ -> false;
    private boolean dead;
    private int a4 = 50;

    /** Dies before the first row that the predicate names, such as {@code intent charge}. */
    synchronized FakeJournal cutBefore(Predicate<String> row) {
        cut = row;
        return this;
    }

    synchronized void revive() {
        dead = false;
        cut = _ -> false;
    }

    private void write(String row) {
        dead = dead || cut.test(row);
        if (dead) {
            throw new Broken("the power failed before " + row, new IllegalStateException("cut"));
        }
    }

    /** Rows bear the second of their number. */
    private long keep(VisitId visit, Entry entry, Optional<Long> of) {
        long seq = kept.size() + 1L;
        kept.add(new Kept(seq, Instant.ofEpochSecond(seq), entry.kind(), visit, entry.open(), entry.supplies(), of));
        return seq;
    }

    @Override
    public synchronized List<Kept> rows(Instant from, Instant to) {
        return kept.stream()
                .filter(row -> !row.at().isBefore(from) && row.at().isBefore(to))
                .toList();
    }

    @Override
    public synchronized long intent(VisitId visit, Entry entry) {
        write("intent " + entry.kind());
        long intent = keep(visit, entry, Optional.empty());
        open.put(intent, new Open(intent, visit, Instant.EPOCH, entry));
        return intent;
    }

    @Override
    public synchronized void outcome(long intent, Entry entry) {
        write("outcome " + entry.kind());
        Open answered = open.remove(intent);
        if (answered == null) {
            throw new IllegalStateException("a second outcome for " + intent);
        }
        keep(answered.visit(), entry, Optional.of(intent));
        outcomes.add(entry);
        a4 += entry.supplies().getOrDefault("a4", 0);
    }

    @Override
    public synchronized void note(VisitId visit, Entry entry) {
        write("note " + entry.kind());
        keep(visit, entry, Optional.empty());
        a4 += entry.supplies().getOrDefault("a4", 0);
    }

    @Override
    public synchronized void close(VisitId visit, Entry entry) {
        write("close");
        keep(visit, entry, Optional.empty());
    }

    @Override
    public synchronized List<Open> open() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized int left(String supply) {
        return supply.equals("a4") ? a4 : 0;
    }

    synchronized boolean wrote(String kind, String result) {
        return outcomes.stream()
                .anyMatch(entry ->
                        entry.kind().equals(kind) && result.equals(entry.open().get("result")));
    }

    synchronized List<String> doubts() {
        return open.values().stream()
                .map(Open::entry)
                .filter(entry -> entry.kind().equals("doubt"))
                .map(entry -> entry.open().get("kind") + ": " + entry.open().get("reason"))
                .toList();
    }

    synchronized boolean holdsOnlyDoubts() {
        return open.values().stream().allMatch(row -> row.entry().kind().equals("doubt"));
    }
}
