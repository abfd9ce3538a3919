package io.zizhu.central.signing;

import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.seal.Envelope;
import io.zizhu.wire.seal.Signer;
import io.zizhu.wire.seal.TrustRoot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Signs what terminals should be, and hands out the root of trust they check it with. Any thread. */
public final class Director {
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration BUNDLE_LIFE = Duration.ofDays(365);

    private final Signer signer;
    private final Envelope root;
    private final Clock clock;

    public Director(KeyCabinet cabinet, Clock clock) {
        this.signer = cabinet.director();
        this.clock = clock;
        this.root = Envelope.open(cabinet.keep("trust-root.json", () -> {
                    Signer top = cabinet.root();
                    TrustRoot first = TrustRoot.of(1, seconds(clock).plus(ROOT_LIFE), top.key(), signer.key());
                    return Envelope.sign(first.signed(), top).bytes();
                }))
                .orThrow();
    }

    /** The signed first trust root, as {@code /line/join} hands it out. */
    public Json.Obj root() {
        return Envelope.FORM.write(root);
    }

    /** The same, read. */
    public TrustRoot trust() {
        return TrustRoot.FORM.read(root.signed()).orThrow();
    }

    /** One bundle for every terminal, as the bytes to serve. */
    public byte[] sign(long version, List<Section> sections) {
        return new Bundle(version, seconds(clock).plus(BUNDLE_LIFE), Bundle.EVERYBODY, sections).sealed(signer);
    }

    private static java.time.Instant seconds(Clock clock) {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
}
