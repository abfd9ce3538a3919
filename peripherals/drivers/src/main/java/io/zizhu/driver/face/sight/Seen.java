package io.zizhu.driver.face.sight;

import java.util.List;

/** What one picture shows. */
public sealed interface Seen {
    /** Not a JPEG that can be decoded. */
    record Unreadable() implements Seen {}

    record NoFace() implements Seen {}

    record Faces(int count) implements Seen {}

    /**
     * One face, or one in front of others much smaller.
     *
     * @param quality 0 to 1, the weakest of size, sharpness and frontality
     * @param judgeable passes the gate of the thresholds
     */
    record Face(float[] numbers, double quality, boolean judgeable, List<Spot> mesh, Measures measures)
            implements Seen {
        /** How alike two faces are: 1 the same numbers, 0 nothing in common. */
        public double cosine(Face other) {
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += (double) numbers[i] * other.numbers[i];
            }
            return sum;
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** @param width of the box, pixels */
    record Measures(double width, double yaw, double sharpness, double surety) {}
}
