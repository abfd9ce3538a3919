package io.zizhu.sim.peer.finger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The minutiae of a finger that nobody has, made up from a name: the same name is the same finger for ever. Each print
 * of it is laid on a little differently, as people do, so that no two templates are alike to the byte. Spelt as ISO/IEC
 * 19794-2:2005 asks, apart from the driver's codec.
 *
 * @param code of the finger in the standard, 0 to 10
 */
record PretendFinger(int code, List<Point> points) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 400;
    private static final int PER_CENTIMETRE = 197; // 500 dpi
    private static final int MINUTIAE = 42;
    private static final double APART = 20;

    /** Where a ridge ends (kind 1) or forks (2); the angle in radians, counter-clockwise from the right. */
    private record Point(double x, double y, double angle, int kind) {}

    /** @param name such as {@code p01/right-index} */
    static PretendFinger of(String name, int code) {
        Random chance = new Random(name.hashCode() * 0x9E3779B97F4A7C15L);
        double whorlX = 0.2 * chance.nextGaussian();
        double whorlY = 0.2 * chance.nextGaussian();
        List<Point> points = new ArrayList<>();
        while (points.size() < MINUTIAE) {
            double x = chance.nextDouble() * 2 - 1;
            double y = chance.nextDouble() * 2 - 1;
            double px = WIDTH / 2.0 + x * WIDTH * 0.42;
            double py = HEIGHT / 2.0 + y * HEIGHT * 0.42;
            boolean near = points.stream().anyMatch(other -> Math.hypot(other.x() - px, other.y() - py) < APART);
            if (x * x + y * y < 1 && !near) {
                double flow = Math.atan2(y - whorlY, x - whorlX) + Math.PI / 2; // ridges run round a core
                double turn = chance.nextBoolean() ? 0 : Math.PI;
                points.add(new Point(px, py, flow + turn + 0.2 * chance.nextGaussian(), 1 + chance.nextInt(2)));
            }
        }
        return new PretendFinger(code, List.copyOf(points));
    }

    /**
     * One print.
     *
     * @param touched which share of the fingertip touches the glass, from the left
     * @param quality 0 to 100; the worse, the more points are missed or misplaced
     */
    byte[] print(Random chance, double touched, int quality) {
        double turn = 0.12 * chance.nextGaussian();
        double right = 6 * chance.nextGaussian();
        double down = 6 * chance.nextGaussian();
        double shake = 0.5 + (100 - quality) / 40.0;
        double missed = 0.05 + (100 - quality) / 250.0;
        List<int[]> seen = new ArrayList<>();
        for (Point point : points) {
            if (point.x() > WIDTH * touched || chance.nextDouble() < missed) {
                continue;
            }
            double x = point.x() - WIDTH / 2.0;
            double y = point.y() - HEIGHT / 2.0;
            double nowX = WIDTH / 2.0 + x * Math.cos(turn) - y * Math.sin(turn) + right + shake * chance.nextGaussian();
            double nowY = HEIGHT / 2.0 + x * Math.sin(turn) + y * Math.cos(turn) + down + shake * chance.nextGaussian();
            double angle = -(point.angle() + turn) + 0.04 * chance.nextGaussian(); // y runs down, angles run up
            if (nowX >= 0 && nowX < WIDTH && nowY >= 0 && nowY < HEIGHT) {
                int units = Math.floorMod(Math.round(angle / (2 * Math.PI) * 256), 256);
                seen.add(new int[] {point.kind(), (int) nowX, (int) nowY, units});
            }
        }
        seen.sort(Comparator.comparingInt(minutia -> minutia[2] * WIDTH + minutia[1]));
        return record(seen, quality);
    }

    private byte[] record(List<int[]> minutiae, int quality) {
        int length = 24 + 4 + 6 * minutiae.size() + 2;
        ByteBuffer out = ByteBuffer.allocate(length)
                .put("FMR\0 20\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .putShort((short) 0)
                .putShort((short) WIDTH)
                .putShort((short) HEIGHT)
                .putShort((short) PER_CENTIMETRE)
                .putShort((short) PER_CENTIMETRE)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) code)
                .put((byte) 0)
                .put((byte) quality)
                .put((byte) minutiae.size());
        for (int[] minutia : minutiae) {
            out.putShort((short) (minutia[0] << 14 | minutia[1]))
                    .putShort((short) minutia[2])
                    .put((byte) minutia[3])
                    .put((byte) quality);
        }
        return out.putShort((short) 0).array();
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
