package io.zizhu.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.zizhu.central.day.DayBooks;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.registry.Technicians;
import io.zizhu.central.store.Store;
import io.zizhu.central.web.Door;
import io.zizhu.central.web.Doors;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.ask.PayAct;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.DeviceReport;
import io.zizhu.wire.report.Join;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import io.zizhu.wire.report.SupplyReport;
import io.zizhu.wire.seal.Envelope;
import io.zizhu.wire.seal.TrustRoot;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole centre on ephemeral ports, with a terminal made of the same clients a terminal uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CentralTest {
    private static final Json.Obj CHARGE =
            Json.Obj.EMPTY.with("case", "SL-1").with("way", "card").with("amount", "2000");

    @TempDir
    static Path folder;

    private Central central;
    private String token;
    private X509Certificate authority;

    @BeforeAll
    void start() throws Exception {
        central = Central.start(new Settings(folder, 0, 0, 0, Training.people(), Training.seed(), false));
        token = central.firstToken().orElseThrow();
        authority = joined(TestTerminal.make()).authority;
    }

    @AfterAll
    void stop() {
        central.close();
    }

    @Test
    void a_terminal_joins_is_configured_reports_and_is_seen() throws Exception {
        Member member = joined(TestTerminal.make());
        Mqtt5AsyncClient mqtt = connect(member);
        BlockingQueue<Mqtt5Publish> heard = subscribe(mqtt, member.id, "cfg");
        BlockingQueue<Mqtt5Publish> acks = subscribe(mqtt, member.id, "ack");
        send(mqtt, member.id, "st", Presence.FORM.bytes(new Presence.Online(5, state())), true);
        Await.until("the terminal is seen", () -> line(member).online());
        assertEquals("inService", line(member).state());
        assertEquals(1, line(member).troubles());
        long bundle = publish("欢迎使用", member.id);
        fetched(member, bundle, heard);
        reported(mqtt, member, bundle, acks);
        assertTrue(central.fleet().revoke(new Fleet.Technician("tech-a"), member.id));
        Await.until(
                "the revoked terminal is shown the door", () -> !mqtt.getState().isConnected());
        assertEquals(403, get(member, "/line/pointer").statusCode());
    }

    private void fetched(Member member, long bundle, BlockingQueue<Mqtt5Publish> heard) throws Exception {
        Pointer pointer = Pointer.FORM
                .open(heard.poll(20, TimeUnit.SECONDS).getPayloadAsBytes())
                .orThrow();
        assertEquals(bundle, pointer.version());
        byte[] sealed = get(member, "/line/bundle/" + pointer.digest().hex()).body();
        assertEquals(pointer.digest(), Digest.of(sealed));
        var whole = assertInstanceOf(
                Bundle.Opened.Whole.class, Bundle.open(sealed, member.root(), List.of(member.id), Instant.now(), 0));
        assertTrue(
                whole.bundle().section("welcome").orElseThrow().bytes().utf8().contains("欢迎使用"));
        assertEquals(
                pointer, Pointer.FORM.open(get(member, "/line/pointer").body()).orThrow());
    }

    private void reported(Mqtt5AsyncClient mqtt, Member member, long bundle, BlockingQueue<Mqtt5Publish> acks)
            throws Exception {
        var confirmed = ChainHead.genesis("journal")
                .append(
                        Instant.now(),
                        RolloutReport.KIND,
                        "",
                        RolloutReport.FORM.write(new RolloutReport.Confirmed(bundle)),
                        Octets.NONE);
        var closed = ChainHead.after(confirmed)
                .append(
                        Instant.now(),
                        "visit",
                        "v1",
                        Json.Obj.EMPTY.with("item", "no-criminal-record").with("end", "granted"),
                        Octets.utf8("cipher"));
        byte[] rows = RowBatch.FORM.bytes(new RowBatch(List.of(confirmed, closed)));
        send(mqtt, member.id, "ev", rows, false);
        send(mqtt, member.id, "ev", rows, false);
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    2,
                    Ack.FORM
                            .open(acks.poll(20, TimeUnit.SECONDS).getPayloadAsBytes())
                            .orThrow()
                            .upTo());
        }
        Fleet.TerminalPage page = central.fleet().terminal(member.id).orElseThrow();
        assertEquals("confirmed", page.reports().getFirst().result());
        assertEquals("granted", page.visits().getFirst().open().get("end"));
        assertEquals(1, page.visits().size());
        assertEquals(2, page.upTo());
    }

    @Test
    void the_line_answers_nobody_without_the_right_certificate() throws Exception {
        HttpClient bare = client(TestTerminal.tlsWithout(authority));
        for (String path : List.of("/line/pointer", "/line/bundle/" + "0".repeat(64), "/line/anything")) {
            assertEquals(401, bare.send(request(path).build(), bytes()).statusCode(), path);
        }
        var ask = request("/line/ask")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertEquals(401, bare.send(ask, bytes()).statusCode());
        var wrong = request("/line/join")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Join.Request.FORM.bytes(new Join.Request(
                        "AAAAAAAA-0000000000000000", TestTerminal.make().request()))))
                .build();
        HttpResponse<byte[]> refused = bare.send(wrong, bytes());
        assertEquals(403, refused.statusCode());
        assertTrue(new String(refused.body(), StandardCharsets.UTF_8).contains("\"reason\":"));
        TestTerminal rogue = TestTerminal.make();
        HttpClient forged = client(rogue.tls(rogue.selfMade("one"), authority));
        assertTrue(status(forged, "/line/pointer") != 200);
    }

    @Test
    void questions_are_answered_over_the_line_and_the_certificate_stands_at_the_public_desk() throws Exception {
        Member member = joined(TestTerminal.make());
        var lin = new Applicant("林晓雨", "990102200203141027", "F", LocalDate.parse("2002-03-14"), "训练市样本区自助路3号101室");
        var question = new Question.Decide(
                "visit-1", "no-criminal-record", "1", lin, Map.of("purpose", "study", "area", "abroad"));
        Answer first = ask(member, question);
        var granted = assertInstanceOf(Answer.Granted.class, first);
        assertEquals(first, ask(member, question));
        Json.Obj genuine = Json.Obj.EMPTY
                .with("seal", granted.seal())
                .with("number", granted.certificateNumber())
                .with("facts", Map.of("name", "林晓雨"));
        assertTrue(console("POST", "/check", genuine, Map.of()).body().contains("\"genuine\":true"));
        Json.Obj forged = genuine.with("facts", Map.of("name", "林晓雪"));
        assertTrue(console("POST", "/check", forged, Map.of()).body().contains("\"genuine\":false"));
        assertTrue(console("GET", "/check", null, Map.of()).body().contains("Certificate check"));
    }

    @Test
    void an_order_is_shown_over_the_line_paid_at_its_own_address_and_asked_for() throws Exception {
        Member member = joined(TestTerminal.make());
        var shown = (Answer.Payment) ask(member, new Question.Pay("t1-order", new PayAct.Show(2000)));
        assertEquals(Answer.Stands.WAITING, shown.stands());
        assertTrue(shown.code().startsWith(central.consoleUrl()), shown.code());
        String bill = URI.create(shown.code()).getPath();
        assertTrue(console("GET", bill, null, Map.of()).body().contains("20.00"));
        assertTrue(console("GET", "/training/pay", null, Map.of()).body().contains("t1-order"));
        assertEquals(404, console("GET", "/training/pay/nobody", null, Map.of()).statusCode());
        assertEquals(
                200, console("POST", bill + "/pay", Json.Obj.EMPTY, Map.of()).statusCode());
        assertEquals(
                409, console("POST", bill + "/pay", Json.Obj.EMPTY, Map.of()).statusCode());
        var paid = (Answer.Payment) ask(member, new Question.Pay("t1-order", new PayAct.Query()));
        assertEquals(Answer.Stands.PAID, paid.stands());
    }

    @Test
    void the_json_interface_needs_the_bearer_and_four_eyes() throws Exception {
        assertEquals(401, console("GET", "/api/terminals", null, Map.of()).statusCode());
        assertEquals(
                401,
                console("GET", "/api/terminals", null, Map.of("Authorization", "Bearer wrong"))
                        .statusCode());
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
        for (String path : List.of(
                "/api/terminals",
                "/api/sections",
                "/api/items",
                "/api/drafts",
                "/api/rollouts",
                "/api/cases",
                "/api/alarms")) {
            assertEquals(200, console("GET", path, null, bearer).statusCode(), path);
        }
        Json.Obj fee = Json.Obj.EMPTY.with("item", "id-card-renewal").with("feeFen", 1800);
        assertEquals(403, console("POST", "/api/drafts", fee, bearer).statusCode());
        Map<String, String> a = session("tech-a");
        HttpResponse<String> kept = console("POST", "/api/drafts", fee, a);
        assertEquals(201, kept.statusCode(), kept.body());
        String draft = kept.body().replaceAll("\\D", "");
        assertEquals(
                409,
                console("POST", "/api/drafts/" + draft + "/approve", null, a).statusCode());
        HttpResponse<String> published = console("POST", "/api/drafts/" + draft + "/approve", null, session("tech-b"));
        assertEquals(200, published.statusCode(), published.body());
        assertTrue(console("GET", "/api/items", null, bearer).body().contains("\"feeFen\":1800"));
        assertTrue(console("GET", "/health", null, Map.of()).body().contains("\"state\":\"inService\""));
        assertTrue(console("GET", "/openapi.yaml", null, Map.of()).body().startsWith("openapi: 3.1.0"));
    }

    @Test
    void the_books_of_a_day_are_reckoned_and_settled_by_two_names_over_http() throws Exception {
        Member member = joined(TestTerminal.make());
        Mqtt5AsyncClient mqtt = connect(member);
        Instant charged = Instant.now().minusSeconds(3600);
        var intent = ChainHead.genesis("j").append(charged, "charge", "v", CHARGE.with("_is", "intent"), Octets.NONE);
        var approved = Json.Obj.EMPTY.with("_of", 1).with("result", "approved");
        var outcome = ChainHead.after(intent).append(charged, "charge", "v", approved, Octets.NONE);
        BlockingQueue<Mqtt5Publish> acks = subscribe(mqtt, member.id, "ack");
        send(mqtt, member.id, "ev", RowBatch.FORM.bytes(new RowBatch(List.of(intent, outcome))), false);
        assertTrue(acks.poll(20, TimeUnit.SECONDS) != null, "no acknowledgement");
        Map<String, String> a = session("supervisor-a");
        Json.Obj site = Json.Obj.EMPTY.with("terminal", member.id).with("site", "North");
        assertEquals(204, console("POST", "/api/books/sites", site, a).statusCode());
        String day = "/api/books/days/" + LocalDate.ofInstant(charged, DayBooks.ZONE);
        String page = console("GET", day + "?site=North", null, a).body();
        assertTrue(page.contains("\"verdict\":\"NO_CASE\"") && page.contains("\"exceptions\":1"), page);
        String sheet = console("GET", day + ".csv?site=North", null, a).body();
        assertTrue(sheet.contains("North," + member.id + ","), sheet);
        assertEquals(404, console("GET", day + "?site=Nowhere", null, a).statusCode());
        String waiting = console("GET", "/api/books/exceptions", null, a).body();
        String one = "/api/books/exceptions/" + waiting.replaceAll(".*\"id\":(\\d+).*", "$1");
        Json.Obj remark = Json.Obj.EMPTY.with("remark", "refunded at the counter");
        assertEquals(
                403, console("POST", one + "/take", null, session("tech-b")).statusCode(), "no supervisor");
        assertEquals(204, console("POST", one + "/take", null, a).statusCode());
        assertEquals(204, console("POST", one + "/settle", remark, a).statusCode());
        assertEquals(409, console("POST", one + "/agree", null, a).statusCode());
        a = session("supervisor-b");
        assertEquals(204, console("POST", one + "/agree", null, a).statusCode());
    }

    @Test
    void the_console_can_stand_behind_tls_and_asks_no_browser_for_a_certificate() throws Exception {
        Path keys = folder.resolve("keys");
        var tls = new Door.Tls(
                keys.resolve("server.p12"),
                keys.resolve("trust.p12"),
                Files.readString(keys.resolve("password")).toCharArray());
        try (var store = new Store(folder.resolve("other.db"))) {
            var technicians = new Technicians(store, Clock.systemUTC());
            try (Door door = Doors.console(new Doors.Console(
                    "127.0.0.1", 0, Optional.of(tls), central.fleet(), technicians, Optional.empty()))) {
                assertTrue(door.url().startsWith("https://"));
                var health = HttpRequest.newBuilder(URI.create(door.url() + "/health"))
                        .build();
                assertEquals(
                        200,
                        client(TestTerminal.tlsWithout(authority))
                                .send(health, bytes())
                                .statusCode());
            }
            var open =
                    new Doors.Console("0.0.0.0", 0, Optional.empty(), central.fleet(), technicians, Optional.empty());
            assertThrows(IllegalArgumentException.class, () -> Doors.console(open));
        }
    }

    @Test
    void no_file_of_the_centre_is_open_to_others() throws Exception {
        try (var files = Files.walk(folder.resolve("keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.getPosixFilePermissions(file).toString().contains("OTHERS"), file.toString());
            }
        }
        String accounts = Files.readString(folder.resolve("console-accounts.txt"));
        assertTrue(accounts.contains("tech-a ") && accounts.contains("tech-b "));
    }

    private record Member(
            String id,
            TestTerminal terminal,
            X509Certificate certificate,
            X509Certificate authority,
            Json.Obj rootEnvelope,
            String mqtt) {
        TrustRoot root() {
            return TrustRoot.FORM
                    .read(Envelope.FORM.read(rootEnvelope).orThrow().signed())
                    .orThrow();
        }
    }

    private Member joined(TestTerminal terminal) throws Exception {
        String code = central.fleet().newJoinCode();
        var request = request("/line/join")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Join.Request.FORM.bytes(new Join.Request(code, terminal.request()))))
                .build();
        HttpResponse<byte[]> response = client(blind()).send(request, bytes());
        assertEquals(200, response.statusCode());
        Join.Welcome welcome = Join.Welcome.FORM.open(response.body()).orThrow();
        X509Certificate ca = certificate(welcome.ca());
        assertTrue(Digest.of(ca.getEncoded()).hex().startsWith(code.substring(9)));
        return new Member(
                welcome.terminal(), terminal, certificate(welcome.certificate()), ca, welcome.root(), welcome.mqtt());
    }

    /** Trusts whatever it meets the first time, as a test may; the pin is checked above. */
    private SSLContext blind() throws Exception {
        if (authority != null) {
            return TestTerminal.tlsWithout(authority);
        }
        var store = java.security.KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("keys/trust.p12"))) {
            store.load(in, Files.readString(folder.resolve("keys/password")).toCharArray());
        }
        return TestTerminal.tlsWithout((X509Certificate) store.getCertificate("authority"));
    }

    private Answer ask(Member member, Question question) throws Exception {
        var request = request("/line/ask")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Question.FORM.bytes(question)))
                .build();
        HttpResponse<byte[]> response =
                client(member.terminal.tls(member.certificate, authority)).send(request, bytes());
        assertEquals(200, response.statusCode());
        return Answer.FORM.open(response.body()).orThrow();
    }

    private HttpResponse<byte[]> get(Member member, String path) throws Exception {
        return client(member.terminal.tls(member.certificate, authority))
                .send(request(path).build(), bytes());
    }

    private int status(HttpClient client, String path) {
        try {
            return client.send(request(path).build(), bytes()).statusCode();
        } catch (java.io.IOException refused) {
            return 0;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(central.lineUrl() + path));
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpResponse.BodyHandler<byte[]> bytes() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private Map<String, String> session(String name) throws Exception {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
        Json.Obj login = Json.Obj.EMPTY
                .with("name", name)
                .with("password", central.firstAccounts().get(name));
        String body = console("POST", "/api/sessions", login, bearer).body();
        String session = body.substring(body.indexOf(":\"") + 2, body.lastIndexOf('"'));
        return Map.of("Authorization", "Bearer " + token, "Technician-Session", session);
    }

    private HttpResponse<String> console(String method, String path, Json.Obj body, Map<String, String> headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(central.consoleUrl() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private long publish(String zh, String terminal) {
        var a = new Fleet.Technician("tech-a");
        var b = new Fleet.Technician("tech-b");
        var kept = (Fleet.Outcome.Kept) central.fleet().draftWelcome(a, zh, "Welcome");
        var published = (Fleet.Outcome.Published) central.fleet().approve(b, kept.draft());
        central.fleet().widen(a, published.bundle());
        assertEquals(
                published.bundle(),
                central.fleet().terminal(terminal).orElseThrow().line().wanted());
        return published.bundle();
    }

    private Fleet.TerminalLine line(Member member) {
        return central.fleet().terminal(member.id).orElseThrow().line();
    }

    private static Presence.TerminalState state() {
        return new Presence.TerminalState(
                Instant.now(),
                "inService",
                0,
                "",
                "0.1.0",
                true,
                2,
                2,
                List.of(
                        new DeviceReport("id-reader", "id-reader", "online", "", Instant.now(), ""),
                        new DeviceReport("pay-pad", "pay-pad", "offline", "", Instant.now(), "no answer")),
                List.of(new SupplyReport("a4", 48)));
    }

    private Mqtt5AsyncClient connect(Member member) throws Exception {
        int colon = member.mqtt.lastIndexOf(':');
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(member.id)
                .serverHost(member.mqtt.substring(0, colon))
                .serverPort(Integer.parseInt(member.mqtt.substring(colon + 1)))
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(member.terminal.keyManagers(member.certificate, authority))
                        .trustManagerFactory(TestTerminal.trust(authority))
                        .protocols(List.of("TLSv1.3"))
                        .build())
                .buildAsync();
        client.connect().orTimeout(15, TimeUnit.SECONDS).join();
        return client;
    }

    private static BlockingQueue<Mqtt5Publish> subscribe(Mqtt5AsyncClient client, String id, String leaf) {
        BlockingQueue<Mqtt5Publish> heard = new LinkedBlockingQueue<>();
        client.subscribeWith()
                .topicFilter("k/training/" + id + "/" + leaf)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(heard::add)
                .send()
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
        return heard;
    }

    private static void send(Mqtt5AsyncClient client, String id, String leaf, byte[] bytes, boolean retain) {
        client.publishWith()
                .topic("k/training/" + id + "/" + leaf)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(bytes)
                .send()
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
