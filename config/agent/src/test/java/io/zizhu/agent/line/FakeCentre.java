package io.zizhu.agent.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.report.Join;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Envelope;
import io.zizhu.wire.seal.Signer;
import io.zizhu.wire.seal.TrustRoot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** The centre's line port, as docs/line.md says it; what it answers is up to the test. */
public final class FakeCentre implements AutoCloseable {
    public static final String CODE = "ABCD2345";

    public final TestAuthority authority = new TestAuthority();
    public final Signer director = Signer.of(Algorithm.ES256, Algorithm.ES256.newKeys());
    public final TrustRoot root =
            TrustRoot.of(1, Instant.parse("2099-01-01T00:00:00Z"), director.key(), director.key());
    /** Answer by path; shared with the server's threads. Null means: say nothing at all. */
    public final Map<String, Function<byte[], byte[]>> answers = new ConcurrentHashMap<>();

    String mqtt = "127.0.0.1:1";
    private final HttpsServer server;

    public FakeCentre() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                wanted.setProtocols(new String[] {"TLSv1.3"});
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/line/join",
                exchange -> reply(exchange, joined(exchange.getRequestBody().readAllBytes())));
        server.createContext("/line/", exchange -> {
            if (peer(exchange).isEmpty()) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                var answer = answers.get(exchange.getRequestURI().getPath());
                byte[] body = exchange.getRequestBody().readAllBytes();
                if (answer != null) {
                    reply(exchange, answer.apply(body));
                } // else the citizen waits
            }
        });
        server.start();
    }

    public URI line() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    public String code() throws Exception {
        return CODE + "-" + authority.pin();
    }

    private byte[] joined(byte[] body) throws IOException {
        var request = Join.Request.FORM.open(body).orThrow();
        if (!request.code().startsWith(CODE)) {
            return null;
        }
        try {
            return Join.Welcome.FORM.bytes(new Join.Welcome(
                    "t-0001",
                    TestAuthority.pem(authority.signRequest(request.csr(), "t-0001")),
                    TestAuthority.pem(authority.certificate),
                    Envelope.FORM.write(Envelope.sign(root.signed(), director)),
                    mqtt));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        byte[] sent =
                body == null ? Json.Obj.EMPTY.with("reason", "the code is used").bytes() : body;
        exchange.sendResponseHeaders(body == null ? 403 : 200, sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    private static String peer(HttpExchange exchange) {
        try {
            return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    SSLContext context() throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(authority.store(TestAuthority.newKeys(), "centre"), TestAuthority.PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority.trust());
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
