package io.zizhu.driver.ipp;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import io.zizhu.driver.ipp.Unanswered.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Follows one job. A job of ours that does not end in time, or that jams, is cancelled, lest a paper with somebody's name
 * come out when that person has gone; what the printer says after that counts.
 */
final class Errand {
    private static final Duration QUESTION = Duration.ofSeconds(2);
    private static final Duration LAST_QUESTIONS = Duration.ofSeconds(3);

    /** How much longer than the patience the last questions may take: well inside the keeper's grace. */
    private static final Duration AFTER = Duration.ofMillis(300);

    private static final Duration JAM = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 200;
    private static final int MISSES = 3;

    private final IppClient client;
    private final int job;
    private final String name;
    private final Patience patience;
    private final long deadline;
    private final long reserveMillis;
    private long stoppedSince;

    /** @param name what we called it, empty where only its number is known */
    Errand(IppClient client, int job, String name, Patience patience) {
        this.client = client;
        this.job = job;
        this.name = name;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.left().toNanos();
        this.reserveMillis = Math.min(3_000, patience.leftMillis() / 5);
    }

    /** Our own job, just sent. */
    Sheet toItsEnd() {
        return toItsEndOr(new Fault(Fault.Kind.SILENT, "the printer did not end job " + job + " in time"));
    }

    /** Our own job, whose document may have arrived. */
    Sheet toItsEndOr(Fault otherwise) {
        int missed = 0;
        while (patience.leftMillis() > reserveMillis && !Thread.currentThread().isInterrupted()) {
            try {
                JobView view = view(untilReserve());
                missed = 0;
                Optional<Sheet> end = ended(view);
                if (end.isPresent()) {
                    return end.get();
                }
                if (jamLasts(view)) {
                    return withdraw(new Fault(Fault.Kind.MEDIA, "a jam stopped job " + job));
                }
            } catch (Unanswered trouble) {
                missed++;
                if (missed == MISSES || trouble.reach() == Reach.REFUSED) {
                    return unknown(trouble.fault());
                }
            }
            pause();
        }
        return withdraw(otherwise);
    }

    /** An earlier job: asks until it has ended or patience is over, and changes nothing. */
    Sheet look() {
        Fault last = new Fault(Fault.Kind.SILENT, "job " + job + " was not asked in time");
        boolean first = true;
        while (first || !patience.over()) {
            first = false;
            try {
                JobView view = view(IppPrinter.least(QUESTION, patience));
                Optional<Sheet> end = ended(view);
                if (end.isPresent()) {
                    return end.get();
                }
                last = new Fault(Fault.Kind.BUSY, view.told());
            } catch (Unanswered trouble) {
                last = trouble.fault();
                if (trouble.reach() == Reach.REFUSED) {
                    break;
                }
            }
            pause();
        }
        return unknown(last);
    }

    /** Asks the printer to give the job up and takes its word for what became of it. */
    Sheet withdraw(Fault why) {
        Fault last = why;
        long until = Math.min(System.nanoTime() + LAST_QUESTIONS.toNanos(), deadline + AFTER.toNanos());
        try {
            client.cancel(job, half(until));
        } catch (Unanswered late) {
            last = late.reach() == Reach.REFUSED ? why : late.fault(); // it may have ended by itself: ask
        }
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            try {
                Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
                Optional<Sheet> end = ended(view(left));
                if (end.isPresent()) {
                    return end.get() instanceof Sheet.Refused ? new Sheet.Refused(why) : end.get();
                }
            } catch (Unanswered trouble) {
                last = trouble.fault();
            }
            pause();
        }
        return unknown(last);
    }

    /** A printer that was set back numbers from one again: another's job under our number is not believed. */
    private JobView view(Duration least) throws Unanswered {
        JobView view = client.job(job, least);
        if (!name.isEmpty() && !view.name().isEmpty() && !view.isCalled(name)) {
            throw new Unanswered(
                    new Fault(Fault.Kind.GARBLED, "job " + job + " of the printer is not the one we sent: other name"),
                    Reach.PERHAPS);
        }
        return view;
    }

    private Duration untilReserve() {
        long left = Math.max(1, patience.leftMillis() - reserveMillis);
        return Duration.ofMillis(Math.min(QUESTION.toMillis(), left));
    }

    private static Duration half(long until) {
        return Duration.ofNanos(Math.max(1_000_000, (until - System.nanoTime()) / 2));
    }

    static Optional<Sheet> ended(JobView view) {
        String name = Integer.toString(view.id());
        if (view.completed()) {
            return Optional.of(new Sheet.Out(name, view.sheets()));
        }
        if (!view.givenUp()) {
            return Optional.empty();
        }
        Fault fault = new Fault(Fault.Kind.MEDIA, view.told());
        return Optional.of(view.blank() ? new Sheet.Refused(fault) : new Sheet.Jammed(name, fault));
    }

    /** Nobody is there at night to free the paper: a jam that stays ends the job. */
    private boolean jamLasts(JobView view) throws Unanswered {
        if (!view.stopped()
                || !client.printer(IppPrinter.least(QUESTION, patience))
                        .condition()
                        .jammed()) {
            stoppedSince = 0;
            return false;
        }
        long now = System.nanoTime();
        stoppedSince = stoppedSince == 0 ? now : stoppedSince;
        return now - stoppedSince > JAM.toNanos();
    }

    private Sheet unknown(Fault fault) {
        return new Sheet.Unknown(Integer.toString(job), fault);
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
}
