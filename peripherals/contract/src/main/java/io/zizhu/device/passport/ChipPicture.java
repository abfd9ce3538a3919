package io.zizhu.device.passport;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Portrait;

/** The face in data group 2, or why there is none. */
public sealed interface ChipPicture {
    record Shown(Portrait portrait) implements ChipPicture {}

    /**
     * Whole, but not JPEG; many issuers store JPEG 2000.
     *
     * @param type such as {@code image/jp2}
     */
    record Encoded(String type, byte[] bytes) implements ChipPicture {
        public Encoded {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** The chip holds none. */
    record Absent() implements ChipPicture {}

    /** The chip holds one that cannot be read. */
    record Unreadable(Fault fault) implements ChipPicture {}
}
