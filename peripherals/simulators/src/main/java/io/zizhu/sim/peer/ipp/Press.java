package io.zizhu.sim.peer.ipp;

import io.zizhu.sim.peer.Out;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The printer behind the wire: paper, trouble, and one job after the other, about a second each. Its own monitor guards
 * everything; the press's thread waits on it.
 */
final class Press implements AutoCloseable {
    static final int TRAY = 50;
    private static final int TONER_LOW = 10;
    private static final int LOW = 5;
    private static final long WARM_UP_MILLIS = 150;
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private final Path folder;
    private final long sheetMillis;
    private final TreeMap<Integer, PrintJob> jobs = new TreeMap<>();
    private final TreeSet<String> trouble = new TreeSet<>();
    private final List<Out> outs = new ArrayList<>();
    private int paper = TRAY;
    private int toner = 80;
    private boolean powered = true;
    private boolean abortNext;
    private boolean closed;

    /** @param sheet how long one sheet takes */
    Press(Path folder, Duration sheet) {
        this.folder = folder;
        this.sheetMillis = sheet.toMillis();
        Thread.ofVirtual().name("ipp-peer-press").start(this::work);
    }

    synchronized PrintJob accept(String name, String user) {
        int id = jobs.isEmpty() ? 1 : jobs.lastKey() + 1;
        PrintJob job = PrintJob.awaiting(id, name, user);
        jobs.put(id, job);
        return job;
    }

    synchronized PrintJob load(int id, byte[] pdf) {
        PrintJob job = job(id).orElseThrow().with(pdf);
        jobs.put(id, job);
        notifyAll();
        return job;
    }

    synchronized Optional<PrintJob> job(int id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The jobs of one user, or of all where it is empty, that are over or not; the newest first. */
    synchronized List<PrintJob> jobs(String user, boolean over) {
        return jobs.descendingMap().values().stream()
                .filter(job ->
                        job.over() == over && (user.isEmpty() || job.user().equals(user)))
                .toList();
    }

    /** Remembers nothing of the jobs that are over, as many printers after a while. */
    synchronized void forget() {
        jobs.values().removeIf(PrintJob::over);
    }

    /** Percent of toner that is left. */
    synchronized int toner() {
        return toner;
    }

    synchronized void toner(int percent) {
        toner = percent;
        trouble.remove("toner-low");
        trouble.remove("toner-empty");
        if (percent <= TONER_LOW) {
            trouble.add(percent == 0 ? "toner-empty" : "toner-low");
        }
        notifyAll();
    }

    /** False where the job is over already. */
    synchronized boolean cancel(int id) {
        PrintJob job = jobs.get(id);
        if (job == null || job.over()) {
            return false;
        }
        jobs.put(id, job.at(PrintJob.CANCELED, "job-canceled-by-user"));
        notifyAll();
        return true;
    }

    synchronized void fault(String reason) {
        trouble.add(reason);
        notifyAll();
    }

    /** The job that is printed now, or the next one, is given up by the printer itself. */
    synchronized void abort() {
        abortNext = true;
        notifyAll();
    }

    synchronized void clear() {
        trouble.clear();
        notifyAll();
    }

    synchronized void refill(int sheets) {
        paper = sheets;
        trouble.remove("media-empty");
        trouble.remove("media-low");
        trouble.remove("media-needed");
        notifyAll();
    }

    /** Without power the job in the works is lost, the list of jobs is not. */
    synchronized void power(boolean on) {
        powered = on;
        if (!on) {
            jobs.replaceAll((_, job) -> job.over() ? job : job.at(PrintJob.ABORTED, "aborted-by-system"));
        }
        notifyAll();
    }

    synchronized int paper() {
        return paper;
    }

    synchronized List<String> reasons() {
        TreeSet<String> reasons = new TreeSet<>(trouble);
        if (paper == 0) {
            reasons.add("media-empty");
        } else if (paper <= LOW) {
            reasons.add("media-low");
        }
        return List.copyOf(reasons);
    }

    private static boolean blocking(String reason) {
        return !reason.endsWith("-low") && !reason.endsWith("-almost-full");
    }

    /** printer-state of RFC 8011: 3 idle, 4 processing, 5 stopped. */
    synchronized int state() {
        if (reasons().stream().anyMatch(Press::blocking)) {
            return 5;
        }
        return jobs.values().stream().anyMatch(job -> job.state() == PrintJob.PROCESSING) ? 4 : 3;
    }

    synchronized List<Out> out() {
        return List.copyOf(outs);
    }

    private void work() {
        try {
            while (step()) {}
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // nobody prints any more
        }
    }

    /** Prints the next job to its end; false once closed. */
    private synchronized boolean step() throws InterruptedException {
        Optional<PrintJob> next = next();
        while (next.isEmpty() && !closed) {
            wait();
            next = next();
        }
        if (closed || next.isEmpty()) {
            return false;
        }
        print(next.get().id(), pages(next.get().document()));
        return true;
    }

    private Optional<PrintJob> next() {
        return jobs.values().stream()
                .filter(job -> job.state() == PrintJob.PENDING)
                .findFirst();
    }

    private void print(int id, int pages) throws InterruptedException {
        pass(WARM_UP_MILLIS, id);
        int printed = 0;
        while (printed < pages && alive(id)) {
            if (stopped(id)) {
                wait();
                continue;
            }
            change(id, job(id).orElseThrow().at(PrintJob.PROCESSING, "job-printing"));
            boolean whole = pass(sheetMillis, id);
            paper--; // a sheet that jams or is given up is spoiled
            change(id, job(id).orElseThrow().used(1));
            printed += whole ? 1 : 0;
        }
        if (alive(id)) {
            change(id, job(id).orElseThrow().at(PrintJob.COMPLETED, "job-completed-successfully"));
            keep(job(id).orElseThrow().document());
        }
    }

    private boolean alive(int id) {
        PrintJob job = job(id).orElseThrow();
        if (abortNext && !job.over()) {
            abortNext = false;
            change(id, job.at(PrintJob.ABORTED, "aborted-by-system"));
            return false;
        }
        return !closed && powered && !job.over();
    }

    private boolean stopped(int id) {
        boolean stopped = state() == 5;
        if (stopped) {
            change(id, job(id).orElseThrow().at(PrintJob.STOPPED, "printer-stopped"));
        }
        return stopped;
    }

    private void change(int id, PrintJob job) {
        jobs.put(id, job);
    }

    /** Lets time pass; false where trouble, the end of the job or of the power came in between. */
    private boolean pass(long millis, int id) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            if (closed
                    || abortNext
                    || !powered
                    || state() == 5
                    || job(id).orElseThrow().over()) {
                return false;
            }
        }
        return true;
    }

    private static int pages(byte[] pdf) {
        long pages = PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
        return (int) Math.max(1, pages); // pages inside compressed objects are not seen: then one
    }

    private void keep(byte[] pdf) {
        int number = outs.size() + 1;
        outs.add(new Out(number, Instant.now(), "application/pdf", pdf));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("certificate-%03d.pdf".formatted(number)), pdf);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
