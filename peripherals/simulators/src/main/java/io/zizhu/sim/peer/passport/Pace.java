package io.zizhu.sim.peer.passport;

import io.zizhu.sim.peer.passport.book.Files;
import io.zizhu.sim.peer.passport.crypt.Block;
import io.zizhu.sim.peer.passport.crypt.Curve;
import io.zizhu.sim.peer.passport.crypt.Keys;
import io.zizhu.sim.peer.passport.crypt.Messaging;
import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PACE with generic mapping over brainpoolP256r1 and AES-128, the chip's end (Doc 9303-11, 4.4). One attempt: its four
 * steps in order.
 */
final class Pace {
    private final Curve curve = Curve.BRAINPOOL_P256R1;
    private final byte[] password;
    private final byte[] nonce = new byte[16];
    private Curve.@Nullable Point mapped;
    private byte[] theirs = {};
    private byte[] mine = {};
    private byte[] shared = {};
    private @Nullable Messaging session;

    /** @param password the zone's whole digest, or the digits of the card access number */
    Pace(byte[] password) {
        this.password = Keys.derive(password, Keys.PASSWORD);
        new SecureRandom().nextBytes(nonce);
    }

    /** The session, once the last step was passed. */
    Optional<Messaging> session() {
        return Optional.ofNullable(session);
    }

    /**
     * One GENERAL AUTHENTICATE.
     *
     * @param body the dynamic authentication data without its outer tag
     * @return the same for the answer
     * @throws IllegalArgumentException where the reader does not know the password or asks out of turn
     */
    byte[] step(byte[] body) {
        if (body.length == 0) {
            return Tlv.of(0x80, Block.aes(true, password, new byte[16], nonce));
        }
        Tlv object = Tlv.all(body).getFirst();
        return switch (object.tag()) {
            case 0x81 -> Tlv.of(0x82, map(object.value()));
            case 0x83 -> Tlv.of(0x84, agree(object.value()));
            case 0x85 -> Tlv.of(0x86, finish(object.value()));
            default -> throw new IllegalArgumentException("no step of PACE");
        };
    }

    private byte[] map(byte[] point) {
        BigInteger secret = curve.secret();
        Curve.Point common = curve.times(secret, curve.point(point));
        mapped = curve.plus(curve.times(new BigInteger(1, nonce), curve.base()), common);
        return curve.bytes(curve.times(secret, curve.base()));
    }

    private byte[] agree(byte[] point) {
        Curve.Point generator = mapped;
        if (generator == null) {
            throw new IllegalArgumentException("the nonce is not mapped yet");
        }
        BigInteger secret = curve.secret();
        theirs = point.clone();
        mine = curve.bytes(curve.times(secret, generator));
        shared = curve.coordinate(curve.times(secret, curve.point(point)).x());
        return mine.clone();
    }

    private byte[] finish(byte[] token) {
        if (shared.length == 0 || !MessageDigest.isEqual(token, token(mine))) {
            throw new IllegalArgumentException("the reader does not know the password");
        }
        session = Messaging.aes(shared);
        return token(theirs);
    }

    /** A message code over the public key that the other end sent. */
    private byte[] token(byte[] point) {
        byte[] key = Tlv.of(0x7F49, Tlv.oid(Files.PACE_PROTOCOL), Tlv.of(0x86, point));
        return Block.cmac(Keys.derive(shared, Keys.MAC), key);
    }
}
