package io.zizhu.terminal.xfs;

import io.zizhu.terminal.xfs.message.Request;

/** Whoever answers at one address: the publisher, or one device. Any thread; must not block. */
interface Service {
    /** Refuses the command, or acknowledges it and sees to exactly one completion. */
    void hear(Client client, Request request);

    void came(Client client);

    /** What the client still had in hand is cancelled. */
    void left(Client client);
}
