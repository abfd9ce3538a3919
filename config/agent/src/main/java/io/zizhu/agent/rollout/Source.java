package io.zizhu.agent.rollout;

import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Digest;
import java.time.Duration;
import java.util.Optional;

/** Port: where bundles come from. Empty means the centre is away; the next ring or poll asks again. */
public interface Source {
    Optional<Pointer> pointer(Duration patience) throws InterruptedException;

    /** The bytes as sent, unchecked. */
    Optional<byte[]> bundle(Digest digest, Duration patience) throws InterruptedException;
}
