package io.zizhu.central.day;

import io.zizhu.central.registry.Sites;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reckons every terminal's today and the days before it again and again, so that exceptions are there before anybody asks,
 * and go when late rows explain them. One virtual thread of its own, until it is closed.
 */
public final class Clerk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    /** A terminal may be without a line for days; older days are reckoned when somebody looks. */
    private static final int DAYS = 7;

    private final DayBooks books;
    private final Sites sites;
    private final Duration every;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread owner;

    /** @param every how long it rests between two rounds */
    public Clerk(DayBooks books, Sites sites, Duration every) {
        this.books = books;
        this.sites = sites;
        this.every = every;
        this.owner = Thread.ofVirtual().name("clerk").start(this::work);
    }

    /** Ends after the day it is at; waits some seconds at most. */
    @Override
    public void close() {
        over.countDown();
        try {
            if (!owner.join(Duration.ofSeconds(5))) {
                owner.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!over.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        LocalDate today = books.today();
        for (List<String> terminals : sites.all().values()) {
            for (String terminal : terminals) {
                for (int back = 0; back < DAYS && over.getCount() > 0; back++) {
                    reckon(terminal, today.minusDays(back));
                }
            }
        }
    }

    /** One terminal's trouble must not keep the others from being reckoned. */
    private void reckon(String terminal, LocalDate day) {
        try {
            books.reckon(terminal, day);
        } catch (RuntimeException bug) {
            LOG.error("the day {} of {} cannot be reckoned", day, terminal, bug);
        }
    }
}
