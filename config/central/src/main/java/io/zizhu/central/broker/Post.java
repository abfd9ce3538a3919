package io.zizhu.central.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The centre's own MQTT client: hears every terminal's rows and state, sends pointers and acknowledgements. What
 * it hears is handed over on one thread, in the order of arrival; sending never blocks. It would talk to any
 * other MQTT 5 broker in the same way.
 */
public final class Post implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final long PATIENCE_SECONDS = 20;

    private final Mqtt5AsyncClient client;

    private Post(Mqtt5AsyncClient client) {
        this.client = client;
    }

    /** Where the broker is and what the centre shows it. */
    public record Plan(String host, int port, KeyManagerFactory keys, TrustManagerFactory trust) {}

    /** What is done with a terminal's message. A thrown exception is logged and the message dropped. */
    @FunctionalInterface
    public interface Ear {
        void hear(String terminal, byte[] message);
    }

    /** Connects, subscribes and waits until both are done; reconnects by itself afterwards. */
    public static Post open(Plan plan, Ear rows, Ear states) {
        Executor reader = reader();
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(Broker.CENTRE)
                .serverHost(plan.host())
                .serverPort(plan.port())
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(plan.keys())
                        .trustManagerFactory(plan.trust())
                        .protocols(List.of("TLSv1.3"))
                        .build())
                .automaticReconnectWithDefaultConfig()
                .addConnectedListener(_ -> LOG.debug("the centre's post is connected"))
                .buildAsync();
        try {
            client.connectWith()
                    .cleanStart(true)
                    .keepAlive(30)
                    .send()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            subscribe(client, reader, Topics.ROWS, rows);
            subscribe(client, reader, Topics.STATE, states);
        } catch (CompletionException failed) {
            throw new IllegalStateException("the centre cannot reach its own broker", failed);
        }
        return new Post(client);
    }

    /** Whether the broker is heard now. */
    public boolean connected() {
        return client.getState().isConnected();
    }

    /** Sends to one terminal, at least once; a failure is logged, since the terminal asks again by itself. */
    public void send(String terminal, String leaf, byte[] message, boolean retained) {
        var unused = client.publishWith()
                .topic(Topics.of(terminal, leaf))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .payload(message)
                .send()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, failed) -> {
                    if (failed != null) {
                        LOG.warn("could not send {} to {}", leaf, terminal, failed);
                    }
                });
    }

    @Override
    public void close() {
        var unused = client.disconnect().orTimeout(5, TimeUnit.SECONDS).whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.debug("the centre's post was already gone", failed);
            }
        });
    }

    /** One thread, so that messages keep their order; it ends by itself, for the client still calls it after its end. */
    private static Executor reader() {
        var reader = new ThreadPoolExecutor(
                1,
                1,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("centre-post").daemon().factory());
        reader.allowCoreThreadTimeOut(true);
        return reader;
    }

    private static void subscribe(Mqtt5AsyncClient client, Executor reader, String leaf, Ear ear) {
        client.subscribeWith()
                .topicFilter(Topics.every(leaf))
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> hand(message, ear))
                .executor(reader)
                .send()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void hand(Mqtt5Publish message, Ear ear) {
        Topics.terminal(message.getTopic().toString()).ifPresent(terminal -> {
            try {
                ear.hear(terminal, message.getPayloadAsBytes());
            } catch (RuntimeException bug) {
                LOG.error("a message of {} could not be taken in", terminal, bug);
            }
        });
    }
}
