package io.zizhu.sim.bench.cut;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.util.Map;

/** A serial device's plug on whose line the terminal can be killed. Any thread. */
public final class CutPlug implements SerialPlug {
    private final CutBook book;
    private final String device;
    private final SerialPlug real;

    /** @param real the plug; this one closes it */
    public CutPlug(CutBook book, String device, SerialPlug real) {
        this.book = book;
        this.device = device;
        this.real = real;
    }

    @Override
    public void replug(Speaker speaker) throws Refused {
        real.replug((in, out) -> {
            var line = new CutLine(book, device, new TurnMarks());
            speaker.serve(line.towards(in), line.from(out));
        });
    }

    @Override
    public boolean plugged() {
        return real.plugged();
    }

    @Override
    public void unplug() throws Refused {
        real.unplug();
    }

    @Override
    public Map<String, String> settings() {
        return real.settings();
    }

    @Override
    public void close() {
        real.close();
    }
}
