package io.zizhu.sim.bench.cut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection of a pretend device: lets bytes pass until the place where the terminal is to die, then kills it and
 * lets nothing more pass in either direction. Two threads, one a direction; its own monitor guards the marks.
 */
final class CutLine {
    private final CutBook book;
    private final String device;
    private final Marks marks;
    private String operation = "";
    private boolean severed;

    CutLine(CutBook book, String device, Marks marks) {
        this.book = book;
        this.device = device;
        this.marks = marks;
    }

    /** What the device hears. */
    InputStream towards(InputStream wire) {
        return new Heard(wire);
    }

    /** What the device says. */
    OutputStream from(OutputStream wire) {
        return new Passing(wire, Marks.Way.OUT);
    }

    /** What the device hears, where somebody carries it there. */
    OutputStream onwards(OutputStream device) {
        return new Passing(device, Marks.Way.IN);
    }

    private synchronized Optional<ProcessHandle> before(Marks.Way way) throws IOException {
        if (severed) {
            throw new IOException("cut");
        }
        String running = book.operation();
        if (!running.equals(operation)) {
            operation = running;
            marks.begin();
        }
        return listed(way, marks.before(way));
    }

    private synchronized Optional<ProcessHandle> after(Marks.Way way, int octet) {
        return listed(way, marks.after(way, octet));
    }

    private Optional<ProcessHandle> listed(Marks.Way way, Optional<String> mark) {
        if (mark.isEmpty() || operation.isEmpty()) {
            return Optional.empty();
        }
        String word = way.name().toLowerCase(Locale.ROOT);
        Optional<ProcessHandle> victim = book.passes(operation + ": " + device + " " + word + " " + mark.get());
        severed = victim.isPresent();
        return victim;
    }

    private static void cut(ProcessHandle victim) throws IOException {
        CutBook.kill(victim);
        throw new IOException("cut");
    }

    /** Bytes are handed on in the pieces they came in, except at the cut. */
    private final class Passing extends OutputStream {
        private final OutputStream next;
        private final Marks.Way way;

        Passing(OutputStream next, Marks.Way way) {
            this.next = next;
            this.way = way;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at++) {
                Optional<ProcessHandle> victim = before(way);
                int passed = at;
                if (victim.isEmpty()) {
                    victim = after(way, bytes[at] & 0xFF);
                    passed = at + 1;
                }
                if (victim.isPresent()) {
                    next.write(bytes, offset, passed - offset);
                    next.flush();
                    cut(victim.get());
                }
            }
            next.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            next.flush();
        }

        @Override
        public void close() throws IOException {
            next.close();
        }
    }

    /** For a device that reads its line itself: what came together is heard together, or not at all. */
    private final class Heard extends InputStream {
        private final InputStream wire;

        Heard(InputStream wire) {
            this.wire = wire;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int heard = wire.read(bytes, offset, length);
            for (int at = offset; at < offset + heard; at++) {
                Optional<ProcessHandle> victim = before(Marks.Way.IN);
                if (victim.isEmpty()) {
                    victim = after(Marks.Way.IN, bytes[at] & 0xFF);
                }
                if (victim.isPresent()) {
                    cut(victim.get());
                }
            }
            return heard;
        }

        @Override
        public int available() throws IOException {
            return wire.available();
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
