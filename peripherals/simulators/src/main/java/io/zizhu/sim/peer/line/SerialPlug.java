package io.zizhu.sim.peer.line;

import io.zizhu.sim.peer.Refused;
import java.util.Map;

/** The plug of a serial device, as its peer sees it. Any thread. */
public interface SerialPlug extends AutoCloseable {
    boolean plugged();

    /** Pulls it. @throws Refused where it is out already */
    void unplug() throws Refused;

    /** Puts it back, the speaker at the device's end. @throws Refused where it is in already or the line cannot be made */
    void replug(Speaker speaker) throws Refused;

    /** What the terminal's binding needs to find the line: {@code port} and {@code baud}. */
    Map<String, String> settings();

    @Override
    void close();

    /** For peers served in memory, where whoever owns the pipe pulls it. */
    static SerialPlug none() {
        return new SerialPlug() {
            @Override
            public boolean plugged() {
                return true;
            }

            @Override
            public void unplug() throws Refused {
                throw new Refused("served in memory: close the pipe instead");
            }

            @Override
            public void replug(Speaker speaker) throws Refused {
                throw new Refused("served in memory: serve a new pipe instead");
            }

            @Override
            public Map<String, String> settings() {
                return Map.of();
            }

            @Override
            public void close() {}
        };
    }
}
