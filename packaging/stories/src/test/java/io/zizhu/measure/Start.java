package io.zizhu.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From the start of java to the first 200 of the citizen's page, with and without an AOT cache; by turns. */
final class Start {
    private static final int ROUNDS = 5;
    private static final String BARE = "Vaadin, one view, same jars and flags";

    private final Stage stage;

    Start(Stage stage) {
        this.stage = stage;
    }

    List<Row> rows() throws IOException, InterruptedException {
        once(Stage.Player.TERMINAL, false); // joins the centre; disk caches are warm for all alike
        once(Stage.Player.BARE, false);
        List<Row> rows = new ArrayList<>();
        for (boolean cached : List.of(false, true)) {
            Samples ours = new Samples();
            Samples bare = new Samples();
            if (cached) {
                once(Stage.Player.TERMINAL, true); // trains, then reads the cache for the first time
                once(Stage.Player.BARE, true);
            }
            for (int i = 0; i < ROUNDS; i++) {
                ours.add(once(Stage.Player.TERMINAL, cached));
                bare.add(once(Stage.Player.BARE, cached));
            }
            String what = "start: java to first 200, " + (cached ? "AOT cache, " : "");
            rows.add(new Row(what + "best of " + ROUNDS, ours.best(), bare.best(), "ms", BARE));
            rows.add(new Row(what + "median of " + ROUNDS, ours.median(), bare.median(), "ms", BARE));
        }
        return rows;
    }

    private double once(Stage.Player player, boolean cached) throws IOException, InterruptedException {
        stage.prepare(player, cached);
        long began = System.nanoTime();
        try (Program program = stage.start(player, cached)) {
            new FirstPage(Stage.address(program.ready())).open();
            return (System.nanoTime() - began) / 1e6;
        }
    }
}
