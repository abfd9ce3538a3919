package io.zizhu.agent.line;

import io.zizhu.agent.disk.Disk;
import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Join;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.TrustRoot;
import io.zizhu.wire.seal.Verdict;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Becoming a member of the fleet: once, with a one-time code from the console. Blocking; called by the main thread. */
public final class Joining {
    /** What came of it. */
    public sealed interface Joined {
        /** The identity is on disk. */
        record Member(Identity identity) implements Joined {}

        /** The centre, or we, said no: the code is used, wrong, or for another centre. */
        record Refused(String reason) implements Joined {}

        /** Nobody answered; the same code may be tried again. */
        record Away(String reason) implements Joined {}
    }

    private final Disk disk;
    private final CsrMaker csr;
    private final InstantSource clock;

    public Joining(Disk disk, CsrMaker csr, InstantSource clock) {
        this.disk = disk;
        this.csr = csr;
        this.clock = clock;
    }

    /**
     * @param line {@code https://host:port}
     * @param tenant the organisation's word in topics, {@code training} in training
     * @param code {@code XXXXXXXX-<first 16 hex of the SHA-256 of the centre's CA certificate>}
     */
    public Joined join(URI line, String tenant, String code, Duration patience) throws InterruptedException {
        String pin = code.substring(code.lastIndexOf('-') + 1);
        KeyPair keys = Algorithm.ES256.newKeys();
        try {
            var pinned = new Pinned(pin);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {pinned}, new SecureRandom());
            try (var http = new LineHttp(line, context)) {
                var request = new Join.Request(code, csr.pem(keys));
                return switch (http.post("/line/join", Join.Request.FORM.bytes(request), patience)) {
                    case LineHttp.Reply.Body(byte[] body) -> welcomed(line, tenant, pin, keys, body);
                    case LineHttp.Reply.Refused(int status, byte[] body)
                    when status < 500 -> new Joined.Refused(reason(body));
                    case LineHttp.Reply.Refused(int status, var _) -> new Joined.Away("status " + status);
                    case LineHttp.Reply.Away(String reason) ->
                        pinned.foreign()
                                ? new Joined.Refused("the join code is for another centre")
                                : new Joined.Away(reason);
                };
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks TLS 1.3", e);
        }
    }

    private Joined welcomed(URI line, String tenant, String pin, KeyPair keys, byte[] body) {
        return switch (Join.Welcome.FORM.open(body)) {
            case Read.Bad<Join.Welcome>(String field, String why) -> new Joined.Refused(field + " " + why);
            case Read.Good<Join.Welcome>(Join.Welcome welcome) -> {
                var identity = new Identity(
                        welcome.terminal(),
                        tenant,
                        line,
                        welcome.mqtt(),
                        Pem.of(keys.getPrivate()),
                        welcome.certificate(),
                        welcome.ca(),
                        welcome.root());
                String fault = fault(identity, pin, keys);
                if (!fault.isEmpty()) {
                    yield new Joined.Refused(fault);
                }
                identity.save(disk);
                yield new Joined.Member(identity);
            }
        };
    }

    /** Everything the centre gave is held against the pin and our own key before it is kept. */
    private String fault(Identity identity, String pin, KeyPair keys) {
        try {
            X509Certificate authority = Pem.certificate(identity.ca());
            X509Certificate mine = Pem.certificate(identity.certificate());
            if (!Pinned.fits(pin, authority)) {
                return "ca is not the authority of the join code";
            }
            mine.verify(authority.getPublicKey());
            if (!mine.getPublicKey().equals(keys.getPublic())) {
                return "certificate is for another key";
            }
            identity.stores();
        } catch (GeneralSecurityException | IOException e) {
            return "certificate cannot be used: " + e.getClass().getSimpleName();
        }
        return switch (TrustRoot.first(identity.root().bytes(), clock.instant())) {
            case Verdict.Trusted _ -> "";
            case Verdict.Refused refused -> "root." + refused.field() + " " + refused.why();
        };
    }

    /** The centre's {@code {reason}}, where it gave one. */
    private static String reason(byte[] body) {
        return switch (Json.parse(body, Limits.SMALL)) {
            case Read.Good<Json>(Json json) -> reason(json);
            case Read.Bad<Json> _ -> "the centre refused without a reason";
        };
    }

    private static String reason(Json json) {
        try {
            return Fields.of("refusal", json).text("reason", 400);
        } catch (Misfit misfit) {
            return "the centre refused without a reason: " + misfit.getMessage();
        }
    }
}
