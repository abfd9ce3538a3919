package io.zizhu.central.signing;

import io.zizhu.wire.seal.CompactSeal;
import io.zizhu.wire.seal.Facts;
import io.zizhu.wire.seal.SealKey;
import io.zizhu.wire.seal.Signer;
import java.time.LocalDate;
import java.util.List;

/** Seals certificates, in training always as a specimen, and checks seals. Any thread. */
public final class Notary {
    /** Training: a certificate of this centre says 样张 / SPECIMEN and is never valid. */
    public static final boolean SPECIMEN = true;

    private final Signer signer;

    public Notary(KeyCabinet cabinet) {
        this.signer = cabinet.seal();
    }

    /** The QR code's content. */
    public String seal(String number, LocalDate issued, Facts facts) {
        return CompactSeal.over(number, issued, facts, SPECIMEN).token(signer);
    }

    public CompactSeal.Checked check(String token) {
        return CompactSeal.check(token, List.of(key()));
    }

    /** Published, so that anyone can check a seal without the centre. */
    public SealKey key() {
        return signer.key();
    }
}
