package io.zizhu.central.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import io.zizhu.central.Await;
import io.zizhu.central.TestTerminal;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.KeyFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTest {
    private static final char[] PASSWORD = "test".toCharArray();

    @TempDir
    static Path folder;

    private final Set<String> banned = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final TestTerminal one = TestTerminal.make();
    private Authority authority;
    private X509Certificate certificate;
    private Broker broker;
    private Post post;

    @BeforeAll
    void open() throws Exception {
        authority = Authority.open(folder.resolve("ca.p12"), PASSWORD, Clock.systemUTC());
        authority.keep(folder.resolve("server.p12"), PASSWORD, "localhost", KeyPurposeId.id_kp_serverAuth);
        KeyFile.writeTrust(folder.resolve("trust.p12"), PASSWORD, authority.certificate());
        certificate = authority.certify("one", one.request());
        broker = Broker.start(
                new Broker.Plan(
                        folder.resolve("broker"),
                        "127.0.0.1",
                        freePort(),
                        folder.resolve("server.p12"),
                        folder.resolve("trust.p12"),
                        PASSWORD),
                (name, _) -> !banned.contains(name));
        TestTerminal own = TestTerminal.make();
        post = Post.open(
                new Post.Plan(
                        "127.0.0.1",
                        broker.port(),
                        own.keyManagers(authority.certify(Broker.CENTRE, own.request()), authority.certificate()),
                        TestTerminal.trust(authority.certificate())),
                (terminal, message) -> heard.add(terminal + ":" + new String(message, StandardCharsets.UTF_8)),
                (terminal, message) -> heard.add(terminal + "=" + new String(message, StandardCharsets.UTF_8)));
    }

    @AfterAll
    void close() {
        post.close();
        broker.close();
    }

    @Test
    void a_terminal_sends_its_rows_and_hears_its_pointer_and_nothing_else() throws Exception {
        Mqtt5AsyncClient client = client("one", one, certificate);
        connect(client);
        List<String> got = new CopyOnWriteArrayList<>();
        subscribe(client, "k/training/one/cfg", got);
        post.send("one", Topics.POINTER, "{\"version\":1}".getBytes(StandardCharsets.UTF_8), true);
        publish(client, "k/training/one/ev", "row");
        Await.until("the row arrives", () -> heard.contains("one:row"));
        Await.until("the pointer arrives", () -> got.contains("{\"version\":1}"));
        for (String foreign : List.of("k/training/two/cfg", "k/training/+/ev", "#", "k/training/one/ev")) {
            assertThrows(CompletionException.class, () -> subscribe(client, foreign, got), foreign);
        }
        assertTrue(client.getState().isConnected());
        assertThrows(CompletionException.class, () -> publish(client, "k/training/two/ev", "forged"));
        assertFalse(heard.contains("two:forged"));
    }

    @Test
    void nobody_comes_in_with_a_foreign_certificate_another_name_or_after_a_ban() throws Exception {
        TestTerminal rogue = TestTerminal.make();
        assertThrows(CompletionException.class, () -> connect(client("one", rogue, rogue.selfMade("one"))));
        assertThrows(CompletionException.class, () -> connect(client("two", one, certificate)));
        Mqtt5AsyncClient welcome = client("late", rogue, authority.certify("late", rogue.request()));
        connect(welcome);
        banned.add("late");
        broker.disconnect("late");
        Await.until("the client is shown the door", () -> !welcome.getState().isConnected());
        assertThrows(CompletionException.class, () -> connect(welcome));
    }

    @Test
    void the_broker_needs_little_disk_and_sends_no_statistics() throws Exception {
        long bytes;
        try (var files = Files.walk(folder.resolve("broker"))) {
            bytes = files.filter(Files::isRegularFile)
                    .mapToLong(BrokerTest::size)
                    .sum();
        }
        assertTrue(bytes < 4_000_000, "bytes on disk: " + bytes);
        assertTrue(Files.readString(folder.resolve("broker/conf/config.xml"))
                .contains("<anonymous-usage-statistics><enabled>false</enabled>"));
        assertEquals(4, com.hivemq.configuration.service.InternalConfigurations.PERSISTENCE_BUCKET_COUNT.get());
    }

    private Mqtt5AsyncClient client(String id, TestTerminal terminal, X509Certificate shown) throws Exception {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(terminal.keyManagers(shown, authority.certificate()))
                        .trustManagerFactory(TestTerminal.trust(authority.certificate()))
                        .protocols(List.of("TLSv1.3"))
                        .build())
                .buildAsync();
    }

    private static void connect(Mqtt5AsyncClient client) {
        client.connect().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void publish(Mqtt5AsyncClient client, String topic, String text) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send()
                .orTimeout(10, TimeUnit.SECONDS)
                .join()
                .getError()
                .ifPresent(refused -> {
                    throw new CompletionException(refused);
                });
    }

    private static void subscribe(Mqtt5AsyncClient client, String filter, List<String> into) {
        client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> into.add(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                .send()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
