package io.zizhu.driver.face;

import io.zizhu.device.camera.Look;
import io.zizhu.driver.face.model.Thresholds;
import io.zizhu.driver.face.sight.Seen;
import org.jspecify.annotations.Nullable;

/**
 * One comparison, picture after picture: what was seen so far and what it comes to. Pure: no clock, no camera. The same
 * person must be seen in two pictures that follow each other, so that one lucky picture does not decide.
 */
final class Comparison {
    /** Pictures in a row that must agree. */
    static final int AGREEING = 2;

    /** Pictures in a row with several faces that are no passer-by. */
    static final int CROWDED = 3;

    private final Seen.Face reference;
    private final Thresholds thresholds;
    private final String model;
    private Seen.@Nullable Face best;
    private double bestScore = -1;
    private int agreeing;
    private int crowded;
    private boolean crowd;

    Comparison(Seen.Face reference, Thresholds thresholds, String model) {
        this.reference = reference;
        this.thresholds = thresholds;
        this.model = model;
    }

    /** @return true once it is the same person and nothing more needs to be seen */
    boolean saw(Seen seen) {
        boolean judgeable = seen instanceof Seen.Face face && face.judgeable();
        crowded = seen instanceof Seen.Faces ? crowded + 1 : 0;
        crowd = crowded >= CROWDED || (crowd && !judgeable);
        agreeing = judgeable && judged((Seen.Face) seen) ? agreeing + 1 : 0;
        return agreeing >= AGREEING;
    }

    private boolean judged(Seen.Face face) {
        double score = reference.cosine(face);
        if (score > bestScore) {
            bestScore = score;
            best = face;
        }
        return score >= thresholds.accept();
    }

    /** What the pictures so far come to; never {@code Same}. */
    Look sofar() {
        if (crowd) {
            return new Look.Several();
        }
        Seen.Face face = best;
        if (face == null) {
            return new Look.Nobody();
        }
        Look.Judgement judgement = judgement(face);
        return bestScore < thresholds.reject() ? new Look.Different(judgement) : new Look.Unsure(judgement);
    }

    Look.Judgement judgement(Seen.Face face) {
        return new Look.Judgement(
                twoDigits(face.quality()), twoDigits(reference.cosine(face)), model, Look.Liveness.NOT_CHECKED);
    }

    private static double twoDigits(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
