package io.zizhu.sim.peer.pay;

import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Says bytes through whatever trouble is on. Two threads may speak on one line, hence its own monitor. */
public final class Mouth {
    private final OutputStream out;
    private final Mood mood;
    private final Tape tape;
    private byte[] held = {};

    public Mouth(OutputStream out, Mood mood, Tape tape) {
        this.out = out;
        this.mood = mood;
        this.tape = tape;
    }

    /** @param weak the byte that is damaged while the pad spoils what it says */
    public synchronized void say(byte[] message, int weak) throws IOException {
        if (mood.silent() || mood.hung()) {
            return;
        }
        byte[] wire = joined(held, message);
        if (mood.spoiling()) {
            wire[held.length + weak] ^= 0x55;
        }
        held = new byte[0];
        if (mood.noisy()) {
            byte[] noise = new byte[5];
            ThreadLocalRandom.current().nextBytes(noise);
            noise[0] = (byte) 0xA5; // begins nothing in any protocol here, so that noise is never a message by chance
            tape.out(noise, noise.length);
            out.write(noise);
        }
        tape.out(wire, wire.length);
        write(wire);
    }

    /** The same for a message with another close behind it: while the pad merges, both leave in one piece. */
    public synchronized void sayBefore(byte[] message, int weak) throws IOException {
        if (mood.merging()) {
            held = joined(held, message);
        } else {
            say(message, weak);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void write(byte[] wire) throws IOException {
        int slow = mood.slowMillis();
        if (slow == 0) {
            out.write(wire);
            out.flush();
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
}
