package io.zizhu.agent.line;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** Everything that speaks with the centre for one identity: made together, closed together. */
public final class Link implements AutoCloseable {
    private final Line line;
    private final LineHttp http;

    private Link(Line line, LineHttp http) {
        this.line = line;
        this.http = http;
    }

    /**
     * Starts the line's thread.
     *
     * @throws IllegalStateException where the identity's own keys cannot be used: they were checked when it joined
     */
    public static Link open(Identity identity, Line.Ports ports, LinePace pace) {
        try {
            var stores = identity.stores();
            var line = new Line(identity, stores, ports, pace);
            var link = new Link(line, new LineHttp(identity.line(), stores.context()));
            line.start();
            return link;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the identity of " + identity + " cannot be used", e);
        }
    }

    public Line line() {
        return line;
    }

    public Office office() {
        return new Office(http);
    }

    public Shelf shelf() {
        return new Shelf(http);
    }

    @Override
    public void close() throws InterruptedException {
        line.close();
        http.close();
    }
}
