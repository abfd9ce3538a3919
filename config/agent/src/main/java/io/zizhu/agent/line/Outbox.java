package io.zizhu.agent.line;

import io.zizhu.wire.chain.ChainRow;
import java.util.List;

/** Port: journal rows still to be sent. Implemented by the terminal's journal; called by the line's thread. */
public interface Outbox {
    /** The last row the centre has acknowledged, 0 before the first. */
    long acknowledged();

    /** Rows after {@code seq} in order, at most {@code most}; rows long acknowledged can be had again. */
    List<ChainRow> after(long seq, int most);

    /** The centre holds every row up to this one; they leave the outbox, never the journal. Never goes back. */
    void acknowledge(long upTo);
}
