package io.zizhu.agent.line;

import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Read;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the centre lays out bundles. Blocking; called by the rollout's thread. Empty means: not now. */
public final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final LineHttp http;

    Shelf(LineHttp http) {
        this.http = http;
    }

    /** The poll that makes up for a lost doorbell. */
    public Optional<Pointer> pointer(Duration patience) throws InterruptedException {
        return body("/line/pointer", patience).flatMap(bytes -> switch (Pointer.FORM.open(bytes, Limits.SMALL)) {
            case Read.Good<Pointer>(Pointer pointer) -> Optional.of(pointer);
            case Read.Bad<Pointer>(String field, String why) -> {
                LOG.warn("pointer not understood: {} {}", field, why);
                yield Optional.empty();
            }
        });
    }

    /** As sent; who asked checks digest and seal. */
    public Optional<byte[]> bundle(Digest digest, Duration patience) throws InterruptedException {
        return body("/line/bundle/" + digest.hex(), patience);
    }

    private Optional<byte[]> body(String path, Duration patience) throws InterruptedException {
        return switch (http.get(path, patience)) {
            case LineHttp.Reply.Body(byte[] bytes) -> Optional.of(bytes);
            case LineHttp.Reply.Refused(int status, var _) when status == 204 -> Optional.empty(); // none was ever made
            case LineHttp.Reply.Refused(int status, var _) -> {
                LOG.info("{}: status {}", path, status);
                yield Optional.empty();
            }
            case LineHttp.Reply.Away(String reason) -> {
                LOG.info("{}: {}", path, reason);
                yield Optional.empty();
            }
        };
    }
}
