package io.zizhu.sim.peer.zvt;

import java.io.IOException;

/** How whole messages cross a line. */
interface Framing {
    /** Blocks until one whole message is there; the ear's thread alone. */
    Telegram hear() throws IOException;

    /** The conversation's thread alone. */
    void tell(Telegram telegram) throws IOException;
}
