package io.zizhu.sim.peer.passport.crypt;

import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points of a prime curve in plain affine arithmetic: slow, not constant in time, and good for a pretend chip only. No
 * point ever stands for infinity: such a result is refused.
 */
public final class Curve {
    /** RFC 5639; standardized domain parameters 13 of Doc 9303-11, 9.5.1. */
    public static final Curve BRAINPOOL_P256R1 = new Curve(
            "A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
            "7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9",
            "26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6",
            "8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262",
            "547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997",
            "A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7");

    private final BigInteger p;
    private final BigInteger a;
    private final BigInteger b;
    private final BigInteger order;
    private final Point base;
    private final SecureRandom random = new SecureRandom();

    /** A point in affine coordinates. */
    public record Point(BigInteger x, BigInteger y) {}

    private Curve(String p, String a, String b, String x, String y, String order) {
        this.p = new BigInteger(p, 16);
        this.a = new BigInteger(a, 16);
        this.b = new BigInteger(b, 16);
        this.order = new BigInteger(order, 16);
        this.base = new Point(new BigInteger(x, 16), new BigInteger(y, 16));
    }

    public Point base() {
        return base;
    }

    /** A secret from 1 to the order less one. */
    public BigInteger secret() {
        return new BigInteger(p.bitLength() + 64, random)
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }

    public Point times(BigInteger factor, Point point) {
        BigInteger left = factor.mod(order);
        @Nullable Point sum = null;
        for (int bit = left.bitLength() - 1; bit >= 0; bit--) {
            sum = sum == null ? null : plus(sum, sum);
            if (left.testBit(bit)) {
                sum = sum == null ? point : plus(sum, point);
            }
        }
        if (sum == null) {
            throw new IllegalArgumentException("nothing but infinity");
        }
        return sum;
    }

    public Point plus(Point one, Point other) {
        BigInteger slope;
        if (one.equals(other)) {
            slope = one.x
                    .pow(2)
                    .multiply(BigInteger.valueOf(3))
                    .add(a)
                    .multiply(one.y.shiftLeft(1).modInverse(p));
        } else if (one.x.equals(other.x)) {
            throw new IllegalArgumentException("nothing but infinity");
        } else {
            slope = other.y.subtract(one.y).multiply(other.x.subtract(one.x).modInverse(p));
        }
        BigInteger x = slope.pow(2).subtract(one.x).subtract(other.x).mod(p);
        return new Point(x, slope.multiply(one.x.subtract(x)).subtract(one.y).mod(p));
    }

    /** Uncompressed: 04, then both coordinates. */
    public byte[] bytes(Point point) {
        return Tlv.join(new byte[] {4}, coordinate(point.x), coordinate(point.y));
    }

    public byte[] coordinate(BigInteger number) {
        return Messaging.number(number, length());
    }

    private int length() {
        return (p.bitLength() + 7) / 8;
    }

    /** @throws IllegalArgumentException where the bytes are no point of this curve */
    public Point point(byte[] bytes) {
        if (bytes.length != 1 + 2 * length() || bytes[0] != 4) {
            throw new IllegalArgumentException("no uncompressed point");
        }
        Point point = new Point(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + length())),
                new BigInteger(1, Arrays.copyOfRange(bytes, 1 + length(), bytes.length)));
        BigInteger right = point.x.pow(3).add(a.multiply(point.x)).add(b);
        if (!point.y.pow(2).subtract(right).mod(p).equals(BigInteger.ZERO)) {
            throw new IllegalArgumentException("no point of the curve");
        }
        return point;
    }
}
