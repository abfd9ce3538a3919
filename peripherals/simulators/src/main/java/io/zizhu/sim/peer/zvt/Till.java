package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The link to one till: a thread of its own hears it, the conversation's thread speaks; both meet in one queue. */
final class Till implements AutoCloseable {
    private static final long ACCEPTANCE_MILLIS = 5_000;

    private final Socket socket;
    private final Mood mood;
    private final Tape tape;
    private final LinkedBlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final ArrayDeque<Happening> put = new ArrayDeque<>();
    private byte[] kept = {};

    Till(Socket socket, Mood mood, Tape tape) {
        this.socket = socket;
        this.mood = mood;
        this.tape = tape;
        Thread.ofVirtual().name("zvt-peer-ear").start(this::hear);
    }

    private void hear() {
        try {
            InputStream in = socket.getInputStream();
            while (true) {
                Telegram telegram = Telegram.hear(in);
                byte[] wire = telegram.wire();
                tape.in(wire, wire.length);
                happenings.add(new Happening.Heard(telegram));
            }
        } catch (IOException gone) {
            happenings.add(new Happening.Gone()); // that is all the conversation needs to know
        }
    }

    void person(String act) {
        happenings.add(new Happening.Person(act));
    }

    /** What happens next; null where nothing does in that time. Stands still while the pad is hung. */
    @Nullable
    Happening next(long millis) throws TillGone {
        Happening early = put.poll();
        if (early != null) {
            return early;
        }
        return fresh(millis);
    }

    private @Nullable Happening fresh(long millis) throws TillGone {
        try {
            Happening happening = happenings.poll(millis, TimeUnit.MILLISECONDS);
            while (mood.hung && !socket.isClosed()) {
                pause(20);
            }
            return happening;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TillGone();
        }
    }

    /** Says something and waits until the till has accepted it; what else comes meanwhile is kept for later. */
    void say(Telegram telegram) throws TillGone {
        tell(telegram);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACCEPTANCE_MILLIS);
        while (!mood.silent) {
            Happening happening = fresh(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            switch (happening) {
                case null -> throw new TillGone();
                case Happening.Gone() -> throw new TillGone();
                case Happening.Heard(Telegram heard)
                when heard.is(0x8000) -> {
                    return;
                }
                default -> put.add(happening);
            }
        }
    }

    /** Says something that the till does not accept: the pad's own acceptance or refusal. */
    void tell(Telegram telegram) throws TillGone {
        if (mood.silent) {
            return;
        }
        try {
            byte[] wire = pieces(telegram);
            if (wire.length == 0) {
                return;
            }
            OutputStream out = socket.getOutputStream();
            if (mood.noisy) {
                byte[] noise = new byte[5];
                ThreadLocalRandom.current().nextBytes(noise);
                noise[0] = (byte) 0xA5; // no class of ZVT, so that noise is never a message by chance
                tape.out(noise, noise.length);
                out.write(noise);
            }
            tape.out(wire, wire.length);
            write(out, wire);
        } catch (IOException gone) {
            throw new TillGone();
        }
    }

    /** What goes out now: with merging, an acceptance waits for the message behind it. */
    private byte[] pieces(Telegram telegram) {
        byte[] wire = telegram.wire();
        if (mood.spoiling) {
            wire[2] ^= 0x55; // the length is wrong
        }
        if (mood.merging && telegram.is(0x8000)) {
            kept = wire;
            return new byte[0];
        }
        byte[] both = Arrays.copyOf(kept, kept.length + wire.length);
        System.arraycopy(wire, 0, both, kept.length, wire.length);
        kept = new byte[0];
        return both;
    }

    private void write(OutputStream out, byte[] wire) throws IOException {
        int slow = mood.slowMillis;
        if (slow == 0) {
            out.write(wire);
            return;
        }
        pause(slow);
        for (byte each : wire) { // one byte a packet, as a bad serial converter does
            out.write(each);
            out.flush();
            pause(1);
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            tape.out(new byte[0], 0); // the line ends here in either case
        }
    }
}
