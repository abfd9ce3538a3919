package io.zizhu.sim.peer.scan;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The line that a scanner speaks into whenever somebody shows it a code. Guarded by its own monitor, for the person at
 * the bench and the peer's own thread speak into the same line.
 */
final class Mouth {
    private final LineTrouble trouble;
    private final Tape tape;
    private Optional<OutputStream> out = Optional.empty();

    Mouth(LineTrouble trouble, Tape tape) {
        this.trouble = trouble;
        this.tape = tape;
    }

    synchronized void open(OutputStream line) {
        out = Optional.of(line);
    }

    synchronized void close(OutputStream line) {
        out = out.filter(now -> now != line);
    }

    /** @throws Refused where nobody has opened the line, or it broke */
    synchronized void say(byte[] bytes) throws Refused {
        OutputStream line = out.orElseThrow(() -> new Refused("nobody listens on the line"));
        try {
            trouble.send(bytes, line, tape);
        } catch (IOException broken) {
            out = Optional.empty();
            throw new Refused("the line broke: " + broken.getMessage());
        }
    }
}
