package io.zizhu.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Resident memory ten seconds after the first page, nobody there; all players at once. */
final class Memory {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String BARE = "Vaadin, one view, same jars and flags";

    private final Stage stage;

    Memory(Stage stage) {
        this.stage = stage;
    }

    List<Row> rows() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (boolean cached : List.of(false, true)) {
            try (Program terminal = opened(Stage.Player.TERMINAL, cached);
                    Program bare = opened(Stage.Player.BARE, cached)) {
                long until = System.nanoTime() + IDLE.toNanos();
                for (long left = IDLE.toNanos(); left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                rows.add(new Row(
                        "memory: VmRSS idle for 10 s" + (cached ? ", AOT cache" : ""),
                        terminal.residentMegabytes(),
                        bare.residentMegabytes(),
                        "MB",
                        BARE));
            }
        }
        return rows;
    }

    private Program opened(Stage.Player player, boolean cached) throws IOException, InterruptedException {
        Program program = stage.start(player, cached);
        new FirstPage(Stage.address(program.ready())).open();
        return program;
    }
}
