package io.zizhu.driver.escpos;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.driver.link.Link;
import java.util.Arrays;
import java.util.Optional;

/** A live ESC/POS printer. A slip is {@code Out} only once the printer has answered the fence behind its cut. */
final class EscposPrinter implements SlipPrinter {
    private final Wire wire;
    private int jobs;

    private EscposPrinter(Wire wire) {
        this.wire = wire;
    }

    /** @throws DeviceAway where nobody answers; the link is closed then */
    static EscposPrinter open(Link link) throws DeviceAway {
        Wire wire = new Wire(link);
        try {
            wire.begin();
            wire.condition();
            return new EscposPrinter(wire);
        } catch (DeviceAway | RuntimeException trouble) {
            wire.close();
            throw trouble;
        }
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return wire.condition().pulse();
    }

    @Override
    public Sheet print(Slip slip, Patience patience) throws DeviceAway {
        try {
            Optional<Fault> obstacle = wire.condition().obstacle();
            if (obstacle.isPresent()) {
                return new Sheet.Refused(obstacle.get());
            }
        } catch (DeviceAway away) {
            return new Sheet.Refused(away.fault()); // before the first byte; the next pulse tells the keeper
        }
        String job = "slip-" + ++jobs;
        byte[] ink = Ink.of(slip);
        try {
            wire.send(ink);
            return follow(job, patience);
        } catch (DeviceAway away) {
            return new Sheet.Unknown(job, away.fault());
        } finally {
            Arrays.fill(ink, (byte) 0);
        }
    }

    private Sheet follow(String job, Patience patience) throws DeviceAway {
        while (!patience.over()) {
            if (wire.fence(patience)) {
                return new Sheet.Out(job, 1);
            }
            Optional<Fault> obstacle = wire.condition().obstacle();
            if (obstacle.isPresent()) {
                wire.dropTheRest();
                return new Sheet.Jammed(job, obstacle.get());
            }
        }
        return new Sheet.Unknown(job, new Fault(Fault.Kind.SILENT, "GS r 1: no answer behind the cut"));
    }

    @Override
    public void close() {
        wire.close();
    }
}
