package io.zizhu.service.stock;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stands before the journal and keeps the stock's book as its rows pass, so that the next sheet's number is known without
 * reading the journal. The book is read from the whole journal once, before it is first asked for; writers wait for that.
 * Any thread.
 */
public final class Stocktaker implements Journal {
    private static final Instant BEFORE_US = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration AT_ONCE = Duration.ofDays(10);

    private final Journal journal;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock(); // a row and its place in the book are one step
    private Optional<Book> kept = Optional.empty();

    public Stocktaker(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Asks the book; nothing moves meanwhile, so be quick. */
    public <T> T ask(Function<Book, T> question) {
        lock.lock();
        try {
            return question.apply(book());
        } finally {
            lock.unlock();
        }
    }

    private Book book() {
        if (kept.isEmpty()) {
            kept = Optional.of(read());
        }
        return kept.get();
    }

    /** In pieces that fit the memory, and with rows that a wrong clock dated before or after our time. */
    private Book read() {
        var book = new Book();
        Instant end = clock.instant();
        Instant from = Instant.EPOCH;
        for (Instant to = BEFORE_US; from.isBefore(FAR); ) {
            journal.rows(from, to).forEach(row -> book.add(Movement.of(row)));
            from = to;
            to = to.isBefore(end) ? to.plus(AT_ONCE) : FAR;
        }
        return book;
    }

    /** @param row writes it; what it answers is answered */
    private <T> T pass(VisitId visit, Entry entry, Supplier<T> row) {
        lock.lock();
        try {
            T written = row.get();
            kept.ifPresent(book ->
                    book.add(new Movement(clock.instant(), entry.kind(), visit, entry.open(), entry.supplies())));
            return written;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long intent(VisitId visit, Entry entry) {
        return pass(visit, entry, () -> journal.intent(visit, entry));
    }

    @Override
    public void outcome(long intent, Entry entry) {
        pass(visitOf(entry, intent), entry, () -> {
            journal.outcome(intent, entry);
            return intent;
        });
    }

    /** Only a numbered sheet wants to know whose it was. */
    private VisitId visitOf(Entry entry, long intent) {
        return entry.open().containsKey("sheet")
                ? journal.open().stream()
                        .filter(open -> open.intent() == intent)
                        .map(Open::visit)
                        .findFirst()
                        .orElse(VisitId.NONE)
                : VisitId.NONE;
    }

    @Override
    public void note(VisitId visit, Entry entry) {
        pass(visit, entry, () -> {
            journal.note(visit, entry);
            return visit;
        });
    }

    @Override
    public void close(VisitId visit, Entry entry) {
        pass(visit, entry, () -> {
            journal.close(visit, entry);
            return visit;
        });
    }

    @Override
    public List<Open> open() {
        return journal.open();
    }

    @Override
    public int left(String supply) {
        return journal.left(supply);
    }

    @Override
    public Optional<String> nextSheet() {
        return ask(Book::nextSheet);
    }

    @Override
    public List<Kept> rows(Instant from, Instant to) {
        return journal.rows(from, to);
    }
}
