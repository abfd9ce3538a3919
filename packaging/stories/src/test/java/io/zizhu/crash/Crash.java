package io.zizhu.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts one visit after the other off at a point, starts the terminal again on the same folder, and holds everybody's books
 * against each other. One thread.
 */
final class Crash implements AutoCloseable {
    /** For a visit's slowest step, on a machine that builds something else meanwhile. */
    private static final Duration STEP = Duration.ofSeconds(100);

    /** How long the terminal may take to bring everything in order after it is back. */
    private static final Duration ORDER = Duration.ofSeconds(45);

    private static final Pattern OUTBOX = Pattern.compile("\"outbox\":(\\d+),\"rows\":(\\d+)");
    private static final int KILLED = 137;
    private static final String PERSON = "p02";

    private final Station station;
    private final Tray tray;
    private Books before;
    private List<String> passed = List.of();
    private int tapped;

    Crash(Station station) {
        this.station = station;
        this.tray = new Tray(station.bench());
        this.before = Books.read(station, tray);
    }

    /** Lists the places of an undisturbed visit, which must balance, too; not the first, when the pad knows no receipt. */
    List<Point> points(String item) {
        whole(item);
        return Point.of(item, whole(item), tapped);
    }

    private List<String> whole(String item) {
        station.bench().arm(station.terminal().pid(), "");
        assertTrue(visit(item), () -> "ended by itself; " + station.terminal().tail());
        List<String> places = station.bench().places();
        balances();
        return places;
    }

    /**
     * One point.
     *
     * @return false where the visit came to its end without passing it
     */
    boolean cut(Point point) throws InterruptedException {
        boolean cut = isCut(point);
        if (cut) {
            greets();
        }
        balances();
        return cut;
    }

    /** Lists the places that it passes from its start until everything is in order, after it was cut off at a point. */
    List<String> recovery(Point point) throws InterruptedException {
        if (!isCut(point)) {
            throw new AssertionError("the visit did not pass " + point.name());
        }
        greets();
        balances();
        return Point.ofRecovery(passed);
    }

    /**
     * One point, and another place while it recovers.
     *
     * @return false where it did not pass both
     */
    boolean cutTwice(Point point, String again) throws InterruptedException {
        boolean both = isCut(point) && isCutAgain(again);
        if (both) {
            greets();
        }
        balances();
        return both;
    }

    private boolean isCut(Point point) throws InterruptedException {
        station.bench().act("pay-pad", "after-loss", "{\"then\":\"" + point.then() + "\"}");
        station.bench().arm(station.terminal().pid(), point.place());
        return visit(point.item()) ? missed() : wasKilled();
    }

    private boolean isCutAgain(String place) throws InterruptedException {
        if (!station.startAgain(place)) {
            return wasKilled();
        }
        try {
            balances();
            return missed();
        } catch (AssertionError | UncheckedIOException dying) {
            if (station.terminal().ends(Duration.ofSeconds(2))) {
                return wasKilled();
            }
            throw dying;
        }
    }

    /** What comes after the end is not cut any more; true where it was at the last moment. */
    private boolean missed() throws InterruptedException {
        station.bench().arm(station.terminal().pid(), "");
        return station.terminal().ends(Duration.ofMillis(200)) && wasKilled();
    }

    private boolean wasKilled() throws InterruptedException {
        assertEquals(
                KILLED,
                station.terminal().ended(),
                () -> "died by itself; " + station.terminal().tail());
        return true;
    }

    private void greets() {
        assertTrue(station.startAgain(""), () -> "ended; " + station.terminal().tail());
    }

    /** True where it came to its end. */
    private boolean visit(String item) {
        station.bench().comes(PERSON);
        station.terminal().say("visit " + item);
        while (true) {
            Optional<String> line = station.terminal().line(STEP);
            if (line.isEmpty()) {
                return false;
            }
            switch (line.get()) {
                case "FACE scene pay" -> taps();
                case "FACE scene outcome" -> {
                    waitsForTheSlip();
                    station.terminal().say("next");
                }
                case "FACE done" -> {
                    return true;
                }
                default -> {}
            }
        }
    }

    private void taps() {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        tapped = Integer.MAX_VALUE; // until a card is shown
        while (station.terminal().lives() && !tap() && System.nanoTime() < end) {
            breath();
        }
    }

    /** The pad stands still until then, and so does the list. */
    private boolean tap() {
        int passed = station.bench().places().size();
        boolean tapped = station.bench().tries("pay-pad", "tap");
        this.tapped = tapped ? passed : this.tapped;
        return tapped;
    }

    private void waitsForTheSlip() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (station.terminal().lives()
                && !station.bench().places().contains("journal after outcome slip #1")
                && System.nanoTime() < end) {
            breath();
        }
    }

    /** A short look-around between two questions. */
    private static void breath() {
        LockSupport.parkNanos(30_000_000L);
    }

    /** Everybody's books, in time; then the staff clear their list, so that the next point finds a pad that takes money. */
    private void balances() {
        long end = System.nanoTime() + ORDER.toNanos();
        List<String> wrong = List.of();
        List<String> doubts = List.of();
        do {
            breath();
            Books now = Books.read(station, tray);
            if (drained(now)) {
                doubts = station.doubts();
                wrong = new Balance(before, now, doubts).wrong();
            } else {
                wrong = List.of("the centre holds " + now.held() + " rows of " + station.health());
            }
        } while (!wrong.isEmpty() && System.nanoTime() < end);
        passed = station.bench().places();
        if (!doubts.isEmpty()) {
            station.settle();
        }
        before = Books.read(station, tray);
        assertEquals(List.of(), wrong);
    }

    /** The journal is sound and the centre holds every row of it. */
    private boolean drained(Books now) {
        String health = station.health();
        Matcher outbox = OUTBOX.matcher(health);
        return outbox.find()
                && outbox.group(1).equals("0")
                && Long.parseLong(outbox.group(2)) == now.held()
                && health.contains("\"journal\":{\"ok\":true");
    }

    @Override
    public void close() {
        station.close();
    }
}
