package io.zizhu.sim.peer.camera;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;

/** What lens and light do to a picture. */
enum Optics {
    CLEAR("", 1, 0),
    COVERED("covered", 0, 2),
    DARK("dark", 0.2f, 0),
    BRIGHT("bright", 3f, 140);

    private final String word;
    private final float gain;
    private final float offset;

    Optics(String word, float gain, float offset) {
        this.word = word;
        this.gain = gain;
        this.offset = offset;
    }

    String word() {
        return word;
    }

    BufferedImage through(BufferedImage picture) {
        return this == CLEAR ? picture : new RescaleOp(gain, offset, null).filter(picture, null);
    }
}
