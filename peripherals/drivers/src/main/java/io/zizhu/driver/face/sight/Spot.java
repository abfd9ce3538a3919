package io.zizhu.driver.face.sight;

/** A place in a picture, in its pixels, from the upper left. */
public record Spot(double x, double y) {
    public double to(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    Spot between(Spot other) {
        return new Spot((x + other.x) / 2, (y + other.y) / 2);
    }
}
