package io.zizhu.device.camera;

import io.zizhu.device.Fault;

/** How a comparison of the person before the kiosk with a reference picture ended. What follows is the flow's policy. */
public sealed interface Look {
    record Same(Judgement judgement, Portrait still) implements Look {}

    /** Between the two thresholds. */
    record Unsure(Judgement judgement) implements Look {}

    record Different(Judgement judgement) implements Look {}

    /** No face, or none good enough, while patience lasted. */
    record Nobody() implements Look {}

    /** More than one face in front. */
    record Several() implements Look {}

    record Failed(Fault fault) implements Look {}

    /**
     * @param quality 0 to 1, of the best frame
     * @param score similarity of the best frame, rounded to two digits (a band, not a template)
     * @param model id of detector and embedder, with the thresholds file's name
     */
    record Judgement(double quality, double score, String model, Liveness liveness) {}

    enum Liveness {
        NOT_CHECKED,
        PASSED,
        FAILED
    }
}
