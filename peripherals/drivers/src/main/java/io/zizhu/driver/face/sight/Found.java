package io.zizhu.driver.face.sight;

/**
 * A face the detector found: its box and both eyes, in pixels.
 *
 * @param rightEye the person's own right one
 */
record Found(double score, double x, double y, double width, double height, Spot rightEye, Spot leftEye) {
    /** How much of both boxes is shared, 0 to 1. */
    double overlap(Found other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + other.width * other.height - w * h);
    }
}
