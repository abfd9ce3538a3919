package io.zizhu.agent.line;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.zizhu.wire.report.Presence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT connection from its opening to its end; never reused. Used by the line's thread alone; every wait is bounded,
 * because the client's own blocking calls wait for ever after a disconnect (fleet.md, 2.1). Messages and the loss of the
 * connection are handed to {@code ears}, on the client's threads.
 */
final class Session implements AutoCloseable {
    /** What the broker says unasked. */
    sealed interface Sound {
        record Message(String topic, byte[] payload) implements Sound {}

        record Lost(long epoch, String reason) implements Sound {}
    }

    /** The connection cannot be had, or is no more. */
    static final class Broken extends Exception {
        private final String reason;

        Broken(String what, Throwable cause) {
            super(what, cause);
            this.reason = what + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }

        /** In technician's words. */
        String reason() {
            return reason;
        }
    }

    /**
     * Who hears, and on whose threads the client works.
     *
     * @param threads daemons: the client's own would keep the process alive after its end
     */
    record Ears(Consumer<Sound> hear, Executor threads) {}

    private final Mqtt5AsyncClient client;
    private final String state;
    private final long epoch;
    private final Duration patience;

    private Session(Mqtt5AsyncClient client, String state, long epoch, Duration patience) {
        this.client = client;
        this.state = state;
        this.epoch = epoch;
        this.patience = patience;
    }

    /** Connects, with the will of this epoch, and subscribes to the terminal's own two topics. */
    static Session open(Identity identity, Identity.Stores stores, long epoch, Duration patience, Ears ears)
            throws Broken, InterruptedException {
        var topics = identity.topics();
        var client = client(identity, stores, epoch, patience, ears);
        var session = new Session(client, topics.st(), epoch, patience);
        try {
            session.await(
                    "connect",
                    client.connectWith().cleanStart(true).keepAlive(30).send());
            // Only now: a flow registered before a connection that fails is never released by the client.
            client.publishes(MqttGlobalPublishFilter.ALL, message -> ears.hear()
                    .accept(new Sound.Message(message.getTopic().toString(), message.getPayloadAsBytes())));
            for (String topic : List.of(topics.cfg(), topics.ack())) {
                session.await(
                        "subscribe",
                        client.subscribeWith()
                                .topicFilter(topic)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .send());
            }
            return session;
        } catch (Broken | InterruptedException e) {
            session.hangUp();
            throw e;
        }
    }

    /** QoS 1: returns when the broker has it. */
    void publish(String topic, byte[] payload) throws Broken, InterruptedException {
        await("publish", client.publish(publish(topic, payload, false)));
    }

    /** The retained state of this epoch. */
    void tell(Presence.TerminalState how) throws Broken, InterruptedException {
        await("state", client.publish(publish(state, Presence.FORM.bytes(new Presence.Online(epoch, how)), true)));
    }

    /** Says goodbye, so that a planned stop never looks like a fault; a broken connection needs none. */
    @Override
    public void close() {
        if (client.getState().isConnected()) {
            byte[] goodbye = Presence.FORM.bytes(new Presence.Stopping(epoch));
            client.publish(publish(state, goodbye, true))
                    .<@Nullable Void>thenApply(sent -> null)
                    .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                    .exceptionally(lost -> null)
                    .join();
        }
        hangUp();
    }

    /** Ends the connection, or the attempt at one; where there is none that is no news. */
    private void hangUp() {
        client.disconnect()
                .<@Nullable Void>thenApply(done -> null)
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .exceptionally(already -> null)
                .join();
    }

    private static Mqtt5AsyncClient client(
            Identity identity, Identity.Stores stores, long epoch, Duration patience, Ears ears) {
        int colon = identity.mqtt().lastIndexOf(':');
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(identity.terminal())
                .executorConfig(MqttClientExecutorConfig.builder()
                        .nettyExecutor(ears.threads())
                        .nettyThreads(1)
                        .build())
                .transportConfig(MqttClientTransportConfig.builder()
                        .serverHost(identity.mqtt().substring(0, colon))
                        .serverPort(Integer.parseInt(identity.mqtt().substring(colon + 1)))
                        .socketConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .mqttConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .sslConfig(MqttClientSslConfig.builder()
                                .keyManagerFactory(stores.keys())
                                .trustManagerFactory(stores.trust())
                                .protocols(List.of("TLSv1.3"))
                                .build())
                        .build())
                .addDisconnectedListener(context -> ears.hear()
                        .accept(new Sound.Lost(
                                epoch, String.valueOf(context.getCause().getMessage()))))
                .willPublish(publish(identity.topics().st(), Presence.FORM.bytes(new Presence.Lost(epoch)), true))
                .buildAsync();
    }

    private static Mqtt5Publish publish(String topic, byte[] payload, boolean retain) {
        return Mqtt5Publish.builder()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(payload)
                .build();
    }

    private void await(String what, CompletableFuture<?> future) throws Broken, InterruptedException {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Broken(what, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new Broken(what, e);
        } finally {
            future.cancel(true);
        }
    }
}
