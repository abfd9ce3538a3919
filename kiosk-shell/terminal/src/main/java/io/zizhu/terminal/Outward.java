package io.zizhu.terminal;

import io.zizhu.terminal.CannotStart.Reason;
import io.zizhu.terminal.xfs.XfsDoor;
import java.util.Optional;

/** Offers the devices to others on this machine, where the command line says so; else nobody listens. */
final class Outward {
    private static final String TOKEN = "xfs.token";

    private Outward() {}

    /** The token of this start lies in the data folder, for the terminal's own user alone; no line of a log shows it. */
    static Optional<XfsDoor> open(Options options, Workbench workbench, DeviceNews news) throws CannotStart {
        if (options.xfs().isEmpty()) {
            return Optional.empty();
        }
        try {
            var door = new XfsDoor(options.xfs(), workbench);
            door.leaveToken(options.data().resolve(TOKEN));
            door.open();
            news.tell(door::heard);
            return Optional.of(door);
        } catch (Exception e) {
            throw new CannotStart(Reason.DOOR, "--xfs: no service can be offered: " + e, e);
        }
    }
}
