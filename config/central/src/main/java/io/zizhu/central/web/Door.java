package io.zizhu.central.web;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Jetty server on one port, with or without TLS; requests run on virtual threads. */
public final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Server server;
    private final ServerConnector connector;
    private final String scheme;

    private Door(Server server, ServerConnector connector, String scheme) {
        this.server = server;
        this.connector = connector;
        this.scheme = scheme;
    }

    /** The key files a TLS door shows and believes. */
    public record Tls(Path serverKey, Path trust, char[] password) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * A door behind TLS 1.3.
     *
     * @param certificates whether callers are asked for a certificate of the centre's authority; a browser is not
     */
    static Door secure(String host, int port, Tls tls, boolean certificates, Handler handler) {
        Server server = server();
        var ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(tls.serverKey().toAbsolutePath().toString());
        ssl.setKeyStorePassword(new String(tls.password()));
        ssl.setTrustStorePath(tls.trust().toAbsolutePath().toString());
        ssl.setTrustStorePassword(new String(tls.password()));
        ssl.setWantClientAuth(certificates);
        ssl.setIncludeProtocols("TLSv1.3");
        ssl.setSniRequired(false);
        HttpConfiguration configuration = configuration();
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        var connector = new ServerConnector(
                server,
                new SslConnectionFactory(ssl, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(configuration));
        return start(server, connector, host, port, handler, "https");
    }

    static Door plain(String host, int port, Handler handler) {
        Server server = server();
        return start(
                server,
                new ServerConnector(server, new HttpConnectionFactory(configuration())),
                host,
                port,
                handler,
                "http");
    }

    public String url() {
        return scheme + "://" + connector.getHost() + ":" + connector.getLocalPort();
    }

    /** Calls under way get a second; after that the door is shut on them, which is no reason to leave the others open. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception late) {
            LOG.info("the door at {} was shut on calls under way: {}", url(), late.toString());
        }
    }

    private static Door start(
            Server server, ServerConnector connector, String host, int port, Handler handler, String scheme) {
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("cannot open a door at " + host + ":" + port, failed);
        }
        return new Door(server, connector, scheme);
    }

    private static Server server() {
        var threads = new QueuedThreadPool(32, 4);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        server.setStopTimeout(1000);
        return server;
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        return configuration;
    }
}
