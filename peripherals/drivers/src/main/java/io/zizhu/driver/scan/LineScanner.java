package io.zizhu.driver.scan;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.device.scan.Content;
import io.zizhu.device.scan.Scanned;
import io.zizhu.driver.link.Link;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A live scanner on any line. It speaks when somebody shows a code, asked or not; so every byte that comes between two
 * questions is followed too, lest the tail of an early code be taken for a whole one.
 */
final class LineScanner implements CodeScanner {
    /** How often a wait looks whether its caller gave up: a cancel does not reach a patience cut from another. */
    private static final Duration TURN = Duration.ofMillis(50);

    private static final Duration ANSWERING = Duration.ofSeconds(1);

    private static final Duration BREATH = Duration.ofMillis(40);

    /** No longer than this is waited for a scanner that never falls quiet. */
    private static final Duration CHATTER = Duration.ofMillis(400);

    private final Link link;
    private final Unwrap codes;
    private final Manners manners;
    private final Greeting greeting;
    private long last = System.nanoTime();

    LineScanner(Link link, Unwrap codes, Manners manners) {
        this.link = link;
        this.codes = codes;
        this.manners = manners;
        this.greeting = new Greeting(manners.answer());
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        takeEarly();
        if (manners.ask().length > 0 && !asked() && !asked()) {
            throw new DeviceAway(Fault.Kind.SILENT, "ask: no answer");
        }
        return Pulse.well(Media.NOT_SUPPORTED);
    }

    /** Whether it answered; what else came was scanned while nobody asked. */
    private boolean asked() throws DeviceAway {
        greeting.expect();
        link.send(manners.ask());
        for (Patience wait = Patience.of(ANSWERING); !wait.over() && !greeting.came(); ) {
            long before = last;
            byte[] chunk = receive(wait);
            if (Arrays.equals(chunk, manners.answer())) {
                last = before; // an answer is no rest of a half code: its time goes on
            }
            greeting.feed(chunk, codes);
            Arrays.fill(chunk, (byte) 0);
        }
        return greeting.came();
    }

    @Override
    public Scanned scan(Patience patience) throws DeviceAway {
        takeEarly();
        codes.disown();
        codes.forget();
        send(manners.begin());
        try {
            return await(patience);
        } finally {
            send(manners.end());
        }
    }

    private void send(byte[] command) throws DeviceAway {
        if (command.length > 0) {
            link.send(command);
        }
    }

    private Scanned await(Patience patience) throws DeviceAway {
        int unreadable = 0;
        while (!patience.over()) {
            Optional<Raw> newest = newest(receive(patience.atMost(TURN)));
            if (newest.isPresent()) {
                Optional<Scanned> code = code(newest.get());
                if (code.isPresent()) {
                    return code.get();
                }
                unreadable++;
            }
        }
        if (patience.cancelled() || codes.spoilt() + unreadable == 0) {
            return new Scanned.Nothing();
        }
        String why =
                unreadable > 0 ? "no " + manners.charset() + " text, or with control characters" : codes.complaint();
        return new Scanned.Failed(new Fault(Fault.Kind.GARBLED, "a code " + why));
    }

    private Optional<Scanned> code(Raw raw) {
        Optional<char[]> letters = Letters.of(raw.bytes(), manners.charset());
        raw.wipe();
        return letters.map(text -> {
            Scanned code = new Scanned.Code(raw.symbology(), Content.of(text));
            Arrays.fill(text, '\0');
            return code;
        });
    }

    /**
     * Unwraps this piece and what comes in behind it; older codes are wiped. A code is the newest once nothing has followed
     * it for a breath: a scanner that read two in one trigger sends them right behind each other.
     */
    private Optional<Raw> newest(byte[] first) throws DeviceAway {
        Optional<Raw> newest = Optional.empty();
        Patience chatter = Patience.of(CHATTER);
        for (byte[] chunk = first;
                chunk.length > 0;
                chunk = receive(newest.isPresent() ? chatter.atMost(BREATH) : Patience.ofMillis(0))) {
            List<Raw> whole = codes.feed(chunk);
            Arrays.fill(chunk, (byte) 0);
            for (Raw code : whole) {
                newest.ifPresent(Raw::wipe);
                newest = Optional.of(code);
            }
        }
        return newest;
    }

    /** What has come in unasked, to its last byte: an unplug in it is heard here. */
    private void takeEarly() throws DeviceAway {
        newest(receive(Patience.ofMillis(0))).ifPresent(Raw::wipe);
    }

    /** The next piece; gives a half code up whose rest does not come. */
    private byte[] receive(Patience patience) throws DeviceAway {
        byte[] chunk = link.receive(patience);
        long now = System.nanoTime();
        if (chunk.length > 0) {
            last = now;
        } else if (codes.torn() && now - last > manners.gap().toNanos()) {
            codes.giveUp();
        }
        return chunk;
    }

    /** Half a code may be left; its tail must not pass for a whole one either. */
    @Override
    public void wipe() {
        codes.disown();
    }

    @Override
    public void close() {
        link.close();
        codes.wipe();
    }
}
