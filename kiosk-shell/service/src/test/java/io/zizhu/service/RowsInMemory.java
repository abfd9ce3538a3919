package io.zizhu.service;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal whose rows can be read again; its supply count is kept as the real one keeps it. */
public final class RowsInMemory implements Journal {
    private final InstantSource clock;
    private final List<Kept> rows = new ArrayList<>();
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private final Map<String, Integer> left = new LinkedHashMap<>();

    public RowsInMemory(InstantSource clock) {
        this.clock = clock;
    }

    private synchronized long write(VisitId visit, Entry entry, Optional<Long> of) {
        long seq = rows.size() + 1L;
        rows.add(new Kept(seq, clock.instant(), entry.kind(), visit, entry.open(), entry.supplies(), of));
        entry.supplies().forEach((supply, change) -> left.put(supply, Math.max(0, left(supply) + change)));
        return seq;
    }

    @Override
    public synchronized long intent(VisitId visit, Entry entry) {
        long seq = write(visit, entry, Optional.empty());
        open.put(seq, new Open(seq, visit, clock.instant(), entry));
        return seq;
    }

    @Override
    public synchronized void outcome(long intent, Entry entry) {
        Open answered = open.remove(intent);
        if (answered == null) {
            throw new IllegalArgumentException("row " + intent + " waits for nothing");
        }
        write(answered.visit(), entry, Optional.of(intent));
    }

    @Override
    public void note(VisitId visit, Entry entry) {
        write(visit, entry, Optional.empty());
    }

    @Override
    public void close(VisitId visit, Entry entry) {
        write(visit, entry, Optional.empty());
    }

    @Override
    public synchronized List<Open> open() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized int left(String supply) {
        return left.getOrDefault(supply, 0);
    }

    @Override
    public synchronized List<Kept> rows(Instant from, Instant to) {
        return rows.stream()
                .filter(row -> !row.at().isBefore(from) && row.at().isBefore(to))
                .toList();
    }

    /** Every row's kind with what it says under {@code fact}, such as {@code staff-door in}. */
    public synchronized List<String> told(String fact) {
        return rows.stream()
                .filter(row -> row.open().containsKey(fact))
                .map(row -> row.kind() + " " + row.open().get(fact))
                .toList();
    }

    public synchronized Kept last() {
        return rows.getLast();
    }
}
