package io.zizhu.sim.peer.passport.crypt;

import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Secure messaging of one session (Doc 9303-11, 9.8), the chip's end: 3DES after BAC, AES-128 after PACE. The chip's
 * thread only.
 */
public final class Messaging {
    private final boolean aes;
    private final int block;
    private final byte[] encrypt;
    private final byte[] mac;
    private BigInteger counter;

    private Messaging(boolean aes, byte[] encrypt, byte[] mac, BigInteger counter) {
        this.aes = aes;
        this.block = aes ? 16 : 8;
        this.encrypt = encrypt.clone();
        this.mac = mac.clone();
        this.counter = counter;
    }

    /** @param counter the eight bytes that both ends know after BAC */
    public static Messaging des(byte[] seed, byte[] counter) {
        return new Messaging(
                false, Keys.derive(seed, Keys.ENCRYPT), Keys.derive(seed, Keys.MAC), new BigInteger(1, counter));
    }

    public static Messaging aes(byte[] shared) {
        return new Messaging(true, Keys.derive(shared, Keys.ENCRYPT), Keys.derive(shared, Keys.MAC), BigInteger.ZERO);
    }

    /** A command as it was before it was wrapped; {@code expected} is 0 where no answer data is asked for. */
    public record Plain(byte[] data, int expected) {}

    /**
     * Opens a wrapped command.
     *
     * @param header its four bytes, class included
     * @throws IllegalArgumentException where message code or padding is wrong: the session is over
     */
    public Plain open(byte[] header, byte[] body) {
        step();
        byte[] covered = {};
        byte[] data = {};
        byte[] code = {};
        int expected = 0;
        for (Tlv object : Tlv.all(body)) {
            switch (object.tag()) {
                case 0x87 -> data = decrypt(Arrays.copyOfRange(object.value(), 1, object.value().length));
                case 0x85 -> data = decrypt(object.value());
                case 0x97 -> expected = expected(object.value());
                case 0x8E -> code = object.value();
                default -> throw new IllegalArgumentException("an unknown data object");
            }
            if (object.tag() != 0x8E) {
                covered = Tlv.join(covered, Tlv.of(object.tag(), object.value()));
            }
        }
        byte[] text = covered.length == 0 ? header : Tlv.join(Block.pad(header, block), covered);
        if (!MessageDigest.isEqual(code, code(text))) {
            throw new IllegalArgumentException("the message code is wrong");
        }
        return new Plain(data, expected);
    }

    /** Zeros ask for all there is: 256 in one byte, 65536 in two. */
    private static int expected(byte[] value) {
        int number = new BigInteger(1, value).intValue();
        return number > 0 ? number : value.length == 1 ? 256 : 65_536;
    }

    /** Wraps an answer, with its status word at the end in clear as well. */
    public byte[] seal(byte[] data, int status, boolean odd) {
        step();
        byte[] word = {(byte) (status >> 8), (byte) status};
        byte[] objects = Tlv.of(0x99, word);
        if (data.length > 0) {
            byte[] secret = encrypt(Block.pad(data, block));
            objects = Tlv.join(odd ? Tlv.of(0x85, secret) : Tlv.of(0x87, new byte[] {1}, secret), objects);
        }
        return Tlv.join(objects, Tlv.of(0x8E, code(objects)), word);
    }

    private void step() {
        counter = counter.add(BigInteger.ONE);
    }

    private byte[] code(byte[] text) {
        byte[] covered = Tlv.join(number(counter, block), Block.pad(text, block));
        return aes ? Block.cmac(mac, covered) : Block.retailMac(mac, covered);
    }

    private byte[] decrypt(byte[] secret) {
        return Block.unpad(aes ? Block.aes(false, encrypt, iv(), secret) : Block.des3(false, encrypt, secret));
    }

    private byte[] encrypt(byte[] padded) {
        return aes ? Block.aes(true, encrypt, iv(), padded) : Block.des3(true, encrypt, padded);
    }

    private byte[] iv() {
        return Block.aesBlock(encrypt, number(counter, 16));
    }

    /** Big-endian in exactly so many bytes. */
    static byte[] number(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int take = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - take, exact, length - take, take);
        return exact;
    }
}
