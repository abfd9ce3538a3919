package io.zizhu.agent.line;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Octets;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** A real broker on TLS 1.3 with client certificates, and the centre's own client at it. */
final class TestBroker implements AutoCloseable {
    /** What the centre heard. */
    record Heard(String topic, Octets payload) {}

    final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final EmbeddedHiveMQ engine;
    private final int port;
    private final Mqtt5AsyncClient centre;

    TestBroker(TestAuthority authority, Path folder) throws Exception {
        port = freePort();
        for (var count : List.of(
                InternalConfigurations.PERSISTENCE_BUCKET_COUNT,
                InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT)) {
            count.set(4);
        }
        save(authority.store(TestAuthority.newKeys(), "localhost"), folder.resolve("server.p12"));
        save(authority.trust(), folder.resolve("trust.p12"));
        for (String part : List.of("conf", "data", "extensions")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("conf/config.xml"), config(folder));
        engine = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder.resolve("conf"))
                .withDataFolder(folder.resolve("data"))
                .withExtensionsFolder(folder.resolve("extensions"))
                .withoutLoggingBootstrap()
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("open-door")
                        .withName("open door")
                        .withVersion("1")
                        .withAuthor("test")
                        .withExtensionMain(new OpenDoor())
                        .build())
                .build();
        engine.start().get(60, TimeUnit.SECONDS);
        centre = centre(authority);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    <T> void say(String topic, Form<T> form, T value, boolean retain) throws Exception {
        centre.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(form.bytes(value))
                .send()
                .get(10, TimeUnit.SECONDS);
    }

    /** Breaks the terminal's connection from the broker's side, with its will. */
    void drop(String client) throws Exception {
        Services.clientService().disconnectClient(client).get(10, TimeUnit.SECONDS);
    }

    /** The next message on a topic; others are passed over. */
    <T> T next(String topic, Form<T> form) throws InterruptedException {
        while (true) {
            Heard message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing on " + topic);
            }
            if (message.topic().equals(topic)) {
                return form.open(message.payload().bytes()).orThrow();
            }
        }
    }

    @Override
    public void close() throws Exception {
        centre.disconnect().get(10, TimeUnit.SECONDS);
        engine.stop().get(30, TimeUnit.SECONDS);
    }

    private Mqtt5AsyncClient centre(TestAuthority authority) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(authority.store(TestAuthority.newKeys(), "centre"), TestAuthority.PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority.trust());
        var client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("centre")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(keys)
                        .trustManagerFactory(trust)
                        .build())
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                message -> heard.add(new Heard(message.getTopic().toString(), Octets.of(message.getPayloadAsBytes()))));
        client.connect().get(20, TimeUnit.SECONDS);
        client.subscribeWith().topicFilter("k/training/+/ev").send().get(10, TimeUnit.SECONDS);
        client.subscribeWith().topicFilter("k/training/+/st").send().get(10, TimeUnit.SECONDS);
        return client;
    }

    private String config(Path folder) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners><tls-tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address><tls>
                    <keystore><path>%s</path><password>test</password><private-key-password>test</private-key-password></keystore>
                    <truststore><path>%s</path><password>test</password></truststore>
                    <protocols><protocol>TLSv1.3</protocol></protocols>
                    <client-authentication-mode>REQUIRED</client-authentication-mode>
                  </tls></tls-tcp-listener></listeners>
                  <persistence><mode>in-memory</mode></persistence>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(port, folder.resolve("server.p12"), folder.resolve("trust.p12"));
    }

    private static void save(KeyStore store, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, TestAuthority.PASSWORD);
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Every certificate of the authority may come in; who may say what is the centre's own test. */
    private static final class OpenDoor implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            SimpleAuthenticator open = (question, answer) -> answer.authenticateSuccessfully();
            Services.securityRegistry().setAuthenticatorProvider(provided -> open);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // nothing was opened
        }
    }
}
