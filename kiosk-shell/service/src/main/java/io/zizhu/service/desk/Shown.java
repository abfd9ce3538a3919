package io.zizhu.service.desk;

import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Scene;

/**
 * What the screen shows now.
 *
 * @param number counts every change; an act names the number it was made at, so that a second tap on an old button
 *     changes nothing
 * @param visit random word of this visit, for the URL of its pictures; empty when nobody is here
 * @param item name of the item; none outside one
 * @param step first is 1; 0 outside an item
 * @param canBack whether {@code back} makes sense here
 * @param canQuit whether {@code quit} makes sense here
 * @param leavingSeconds 0, or how long until the visit is wiped unless someone touches {@code stay}
 */
public record Shown(
        long number,
        Scene scene,
        String visit,
        Words item,
        int step,
        int steps,
        boolean canBack,
        boolean canQuit,
        int leavingSeconds) {}
