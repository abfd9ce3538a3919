package io.zizhu.sim.peer.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A device's end of a byte line. */
@FunctionalInterface
public interface Speaker {
    /**
     * Speaks until the other end closes; blocks its caller, so give it a thread of its own.
     *
     * @throws IOException where the line broke
     */
    void serve(InputStream in, OutputStream out) throws IOException;
}
