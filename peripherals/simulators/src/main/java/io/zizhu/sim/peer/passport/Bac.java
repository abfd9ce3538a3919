package io.zizhu.sim.peer.passport;

import io.zizhu.sim.peer.passport.crypt.Block;
import io.zizhu.sim.peer.passport.crypt.Keys;
import io.zizhu.sim.peer.passport.crypt.Messaging;
import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Basic access control, the chip's end (Doc 9303-11, 4.3.3). One attempt. */
final class Bac {
    private final byte[] encrypt;
    private final byte[] mac;
    private final byte[] challenge;
    private final byte[] mine;

    Bac(String zoneFields) {
        this(zoneFields, random(8), random(16));
    }

    /** With the random numbers chosen, for the worked example. */
    Bac(String zoneFields, byte[] challenge, byte[] mine) {
        byte[] seed = Keys.bacSeed(zoneFields);
        this.encrypt = Keys.derive(seed, Keys.ENCRYPT);
        this.mac = Keys.derive(seed, Keys.MAC);
        this.challenge = challenge.clone();
        this.mine = mine.clone();
    }

    /** The chip's answer to EXTERNAL AUTHENTICATE, and the session it opens. */
    record Opened(byte[] answer, Messaging session) {}

    byte[] challenge() {
        return challenge.clone();
    }

    /** @return empty where the reader does not know the key */
    Optional<Opened> authenticate(byte[] data) {
        if (data.length != 40) {
            return Optional.empty();
        }
        byte[] secret = Arrays.copyOf(data, 32);
        if (!MessageDigest.isEqual(code(secret), Arrays.copyOfRange(data, 32, 40))) {
            return Optional.empty();
        }
        byte[] plain = Block.des3(false, encrypt, secret);
        byte[] theirs = Arrays.copyOf(plain, 8);
        if (!Arrays.equals(challenge, Arrays.copyOfRange(plain, 8, 16))) {
            return Optional.empty();
        }
        byte[] seed = mine.clone();
        for (int i = 0; i < 16; i++) {
            seed[i] ^= plain[16 + i];
        }
        byte[] answer = Block.des3(true, encrypt, Tlv.join(challenge, theirs, mine));
        byte[] counter = Tlv.join(Arrays.copyOfRange(challenge, 4, 8), Arrays.copyOfRange(theirs, 4, 8));
        return Optional.of(new Opened(Tlv.join(answer, code(answer)), Messaging.des(seed, counter)));
    }

    private byte[] code(byte[] secret) {
        return Block.retailMac(mac, Block.pad(secret, 8));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
