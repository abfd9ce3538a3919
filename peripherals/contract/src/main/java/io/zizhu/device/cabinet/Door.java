package io.zizhu.device.cabinet;

import io.zizhu.device.Media;

/** How a door stands. */
public enum Door {
    OPEN(Media.OPEN),
    CLOSED(Media.CLOSED);

    private final Media media;

    Door(Media media) {
        this.media = media;
    }

    Media media() {
        return media;
    }
}
