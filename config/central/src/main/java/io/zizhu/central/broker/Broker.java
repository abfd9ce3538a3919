package io.zizhu.central.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded MQTT 5 broker: one TLS 1.3 listener that demands a client certificate. It keeps its messages in
 * memory on purpose: the centre's store is the truth, pointers are published again at every start, and a
 * terminal's rows stay in its outbox until the centre has acknowledged them.
 */
public final class Broker implements AutoCloseable {
    /** Client id and common name of the centre's own client. */
    public static final String CENTRE = "centre";

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    /** The broker's default is 64; each bucket costs threads and memory that one centre does not need. */
    private static final int BUCKETS = 4;

    private static final long START_SECONDS = 90;

    private final EmbeddedHiveMQ engine;
    private final int port;

    private Broker(EmbeddedHiveMQ engine, int port) {
        this.engine = engine;
        this.port = port;
    }

    /** Where the broker keeps its files, the key files it shows, and who it lets in. {@code port} is a real port. */
    public record Plan(Path folder, String host, int port, Path serverKey, Path trust, char[] password) {
        @Override
        public String toString() {
            return "Plan[" + host + ":" + port + "]";
        }
    }

    /** Starts and waits until the listener is open; some seconds. */
    public static Broker start(Plan plan, Admission admission) {
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PERSISTENCE_STARTUP_THREAD_POOL_SIZE.set(2);
        try {
            Files.createDirectories(plan.folder());
            Files.setPosixFilePermissions(plan.folder(), PosixFilePermissions.fromString("rwx------"));
            for (String part : new String[] {"conf", "data", "extensions"}) {
                Files.createDirectories(plan.folder().resolve(part));
            }
            Files.writeString(plan.folder().resolve("conf/config.xml"), config(plan));
            var gate = new Gate(admission);
            EmbeddedHiveMQ engine = EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(plan.folder().resolve("conf"))
                    .withDataFolder(plan.folder().resolve("data"))
                    .withExtensionsFolder(plan.folder().resolve("extensions"))
                    .withoutLoggingBootstrap()
                    .withEmbeddedExtension(EmbeddedExtension.builder()
                            .withId("zizhu-gate")
                            .withName("Zizhu gate")
                            .withVersion("1")
                            .withAuthor("Zizhu")
                            .withExtensionMain(gate)
                            .build())
                    .build();
            engine.start().get(START_SECONDS, TimeUnit.SECONDS);
            if (!gate.kept()) {
                engine.close();
                throw new IllegalStateException("the broker started without its gate");
            }
            return new Broker(engine, plan.port());
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the broker did not start", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker started", stopped);
        }
    }

    public int port() {
        return port;
    }

    /** Shows a client the door, with its will; used right after a revocation. */
    public void disconnect(String client) {
        var unused = Services.clientService().disconnectClient(client).whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.warn("could not disconnect {}", client, failed);
            }
        });
    }

    @Override
    public void close() {
        try {
            engine.stop().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("the broker did not stop cleanly", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String config(Plan plan) {
        String password = new String(plan.password());
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tls-tcp-listener>
                      <port>%d</port>
                      <bind-address>%s</bind-address>
                      <tls>
                        <keystore><path>%s</path><password>%s</password><private-key-password>%s</private-key-password></keystore>
                        <truststore><path>%s</path><password>%s</password></truststore>
                        <protocols><protocol>TLSv1.3</protocol></protocols>
                        <client-authentication-mode>REQUIRED</client-authentication-mode>
                      </tls>
                    </tls-tcp-listener>
                  </listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(
                        plan.port(),
                        plan.host(),
                        plan.serverKey().toAbsolutePath(),
                        password,
                        password,
                        plan.trust().toAbsolutePath(),
                        password);
    }
}
