package io.zizhu.measure;

import java.io.IOException;
import java.util.List;

/** From the start of java to the first 200 of the citizen's page, with and without an AOT cache; by turns. */
final class Start {
    private static final int ROUNDS = 5;
    private static final String BARE = "Vaadin, one view, same jars and flags";

    private final Stage stage;

    Start(Stage stage) {
        this.stage = stage;
    }

    private record Pair(String what, boolean cached, Samples ours, Samples bare) {
        List<Row> rows() {
            return List.of(
                    new Row(what + "best of " + ROUNDS, ours.best(), bare.best(), "ms", BARE),
                    new Row(what + "median of " + ROUNDS, ours.median(), bare.median(), "ms", BARE));
        }
    }

    List<Row> rows() throws IOException, InterruptedException {
        List<Pair> pairs = List.of(
                new Pair("start: java to first 200, ", false, new Samples(), new Samples()),
                new Pair("start: java to first 200, AOT cache, ", true, new Samples(), new Samples()));
        for (Pair pair : pairs) { // joins the centre, trains, and warms the disk's caches for all alike
            once(Stage.Player.TERMINAL, pair.cached());
            once(Stage.Player.BARE, pair.cached());
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Pair pair : pairs) {
                pair.ours().add(once(Stage.Player.TERMINAL, pair.cached()));
                pair.bare().add(once(Stage.Player.BARE, pair.cached()));
            }
        }
        return pairs.stream().flatMap(pair -> pair.rows().stream()).toList();
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
