package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.Printed;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One command from sending to its end, as the till (ECR) carries it out: every message of the pad is answered with
 * {@code 80 00 00}, the pad's own {@code 80 00 00} never is.
 */
final class Dialogue {
    /** T3: how long a pad may take to accept a command. */
    private static final long ACCEPTANCE_MILLIS = 5_000;

    /** How much longer than the patience an abort may be waited for: well inside the keeper's grace. */
    private static final long AFTER_MILLIS = 300;

    /** How long an abort is waited for at most where the caller gave up early. */
    private static final long ABORT_MILLIS = 8_000;

    private static final long SLICE_MILLIS = 50;

    /** So many messages may be left of an earlier act; more is a line that chatters. */
    private static final int LATE = 8;

    private static final int PLEASE_WAIT = 0x9C;

    private final Wire link;
    private final Patience patience;
    private final Consumer<Printed> paper;
    private final long begun = System.nanoTime();
    private final long total;
    private final long reserve;
    private Optional<Stated> stated = Optional.empty();
    private boolean accepted;
    private long acceptBy = begun + TimeUnit.MILLISECONDS.toNanos(ACCEPTANCE_MILLIS);
    private long giveUpAt;

    private Dialogue(Wire link, Patience patience, Consumer<Printed> paper, boolean abortable) {
        this.link = link;
        this.paper = paper;
        this.patience = patience;
        this.total = patience.leftMillis();
        this.reserve = abortable ? Math.min(3_000, total / 5) : 0;
        this.giveUpAt = begun + TimeUnit.MILLISECONDS.toNanos(total);
    }

    /** Waits for the end; the patience only limits it. */
    static Ended ask(Wire link, Apdu command, Patience patience) {
        return ask(link, command, patience, unread -> {});
    }

    /** @param paper hears what the pad gives to print meanwhile */
    static Ended ask(Wire link, Apdu command, Patience patience, Consumer<Printed> paper) {
        return new Dialogue(link, patience, paper, false).run(command, false);
    }

    /** The same, but a patience that ends aborts at the pad, and the pad's last word counts. */
    static Ended askAbortably(Wire link, Apdu command, Patience patience, Consumer<Printed> paper) {
        return new Dialogue(link, patience, paper, true).run(command, true);
    }

    private Ended run(Apdu command, boolean abortable) {
        if (patience.over()) {
            return new Ended.NotSent(new Fault(Fault.Kind.SILENT, "no patience was left to ask " + link.place()));
        }
        try {
            settle();
        } catch (DeviceAway away) {
            return new Ended.NotSent(away.fault());
        }
        try {
            link.send(command);
            return hear(command, abortable);
        } catch (DeviceAway away) {
            return new Ended.Lost(away.fault());
        }
    }

    /** Reads away what is left of an earlier act, and notices a pad that has hung up. */
    private void settle() throws DeviceAway {
        for (int late = 0; late < LATE && link.receive(0).isPresent(); late++) {
            link.send(Apdu.ACCEPTANCE);
        }
    }

    private Ended hear(Apdu command, boolean abortable) throws DeviceAway {
        boolean aborting = false;
        while (true) {
            Optional<Apdu> heard = link.receive(SLICE_MILLIS);
            if (heard.isPresent()) {
                Optional<Ended> end = take(heard.get());
                if (end.isPresent()) {
                    return end.get();
                }
                continue;
            }
            long now = System.nanoTime();
            if ((!accepted && now >= acceptBy) || (now >= giveUpAt && (aborting || !abortable))) {
                return new Ended.Lost(new Fault(
                        Fault.Kind.SILENT, link.place() + (accepted ? ": no end of " : ": did not accept ") + command));
            }
            if (abortable && !aborting && patience.leftMillis() <= reserve) {
                aborting = true;
                abort(now);
            }
        }
    }

    private void abort(long now) throws DeviceAway {
        long end = giveUpAt + TimeUnit.MILLISECONDS.toNanos(AFTER_MILLIS);
        giveUpAt = Math.min(now + TimeUnit.MILLISECONDS.toNanos(ABORT_MILLIS), end);
        link.send(Apdu.of(Apdu.ABORT));
    }

    private Optional<Ended> take(Apdu apdu) throws DeviceAway {
        if (apdu.type() == Apdu.REFUSED_CLASS) {
            return refused(apdu.instruction());
        }
        accepted = true;
        if (apdu.command() == Apdu.ACCEPTED) {
            return Optional.empty();
        }
        Optional<Ended> end = understand(apdu);
        link.send(Apdu.ACCEPTANCE);
        return end;
    }

    private Optional<Ended> refused(int code) {
        if (code == 0) { // the other way to say yes
            accepted = true;
            return Optional.empty();
        }
        if (code == PLEASE_WAIT) {
            acceptBy = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACCEPTANCE_MILLIS);
            return Optional.empty();
        }
        return accepted ? Optional.empty() : Optional.of(new Ended.Rejected(code)); // later: our abort came too late
    }

    private Optional<Ended> understand(Apdu apdu) throws DeviceAway {
        switch (apdu.command()) {
            case Apdu.STATUS_INFORMATION -> stated = Optional.of(Stated.read(apdu.data()));
            case Apdu.INTERMEDIATE -> {} // an unattended pad shows it itself
            case Apdu.PRINT_LINE, Apdu.PRINT_BLOCK -> Printed.of(apdu).ifPresent(paper);
            case Apdu.COMPLETION -> {
                return Optional.of(new Ended.Completed(apdu.data(), stated));
            }
            case Apdu.ABORTED -> {
                int code = apdu.data().length > 0 ? apdu.data()[0] & 0xFF : 0xFF;
                return Optional.of(new Ended.Aborted(code, stated));
            }
            default -> throw new DeviceAway(Fault.Kind.GARBLED, link.place() + ": said " + apdu);
        }
        return Optional.empty();
    }
}
