package io.zizhu.sim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.sim.json.Json;
import io.zizhu.sim.peer.passport.Pcscd;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BenchTest {
    private static final String FIND = "AAAAAA96690003200122";
    private static final String FOUND = "aaaaaa9669000800009f0000000097";

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        boolean socat = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "socat")));
        Assumptions.assumeTrue(socat, "socat is not installed");
        bench = bench();
    }

    private Bench bench() throws IOException {
        String[] arguments = {"--people", "../../packaging/training/people", "--data", data.toString(), "--port", "0"};
        return Bench.start(BenchOptions.parse(arguments));
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    /** Only a machine with pcscd can play the passport reader. */
    private static List<String> withPassports(String... ids) {
        List<String> all = new ArrayList<>(List.of(ids));
        if (Pcscd.installed()) {
            all.add("passport-reader");
        }
        return all;
    }

    @Test
    void the_training_devices_are_listed_and_bound_in_devices_json() throws Exception {
        Json devices = Json.parse(get("/devices").body());
        List<String> ids = ((Json.Arr) devices)
                .items().stream().map(device -> device.text("id").orElseThrow()).toList();
        assertEquals(
                withPassports(
                        "id-reader",
                        "face-camera",
                        "document-camera",
                        "finger-reader",
                        "certificate-printer",
                        "receipt-printer",
                        "pay-pad",
                        "code-scanner",
                        "cabinet",
                        "ups",
                        "card-dispenser",
                        "endorsement-machine",
                        "locker"),
                ids);
        for (Json device : ((Json.Arr) devices).items()) {
            assertEquals("online", device.text("state").orElseThrow());
        }
        Json file = Json.parse(Files.readString(data.resolve("devices.json")));
        Json reader = ((Json.Arr) file.field("devices").orElseThrow()).items().getFirst();
        assertEquals("sam-serial", reader.text("driver").orElseThrow());
        assertEquals(
                data.resolve("pty/id-reader").toAbsolutePath().toString(),
                reader.field("settings").orElseThrow().text("port").orElseThrow());
    }

    @Test
    void a_card_laid_over_http_is_found_on_the_serial_line_and_the_wire_shows_it() throws Exception {
        assertEquals(
                204, post("/devices/id-reader/present", "{\"person\":\"p01\"}").statusCode());
        byte[] heard = new byte[15];
        try (RandomAccessFile line =
                new RandomAccessFile(data.resolve("pty/id-reader").toFile(), "rw")) {
            line.write(HexFormat.of().parseHex(FIND));
            line.readFully(heard);
        }
        assertEquals(FOUND, HexFormat.of().formatHex(heard));
        String wire = get("/devices/id-reader/wire").body();
        assertTrue(wire.contains(FIND.toLowerCase(java.util.Locale.ROOT)) && wire.contains(FOUND), wire);
        assertEquals(204, post("/devices/id-reader/remove", "").statusCode());
        HttpResponse<String> again = post("/devices/id-reader/remove", "{}");
        assertEquals(409, again.statusCode());
        assertEquals("{\"reason\":\"no card lies on the plate\"}", again.body());
    }

    @Test
    void a_slip_printed_on_the_line_comes_out_as_a_picture() throws Exception {
        try (RandomAccessFile line =
                new RandomAccessFile(data.resolve("pty/receipt-printer").toFile(), "rw")) {
            line.write(HexFormat.of().parseHex("1b4048656c6c6f0a1d5642001d7201"));
            assertEquals(0, line.read());
        }
        assertTrue(get("/devices/receipt-printer/out").body().startsWith("[{\"n\":1,"));
        HttpResponse<String> picture = get("/devices/receipt-printer/out/1");
        assertEquals(Optional.of("image/png"), picture.headers().firstValue("Content-Type"));
        assertEquals(404, get("/devices/receipt-printer/out/2").statusCode());
    }

    @Test
    void wrong_calls_get_the_answer_that_says_so() throws Exception {
        assertEquals(404, get("/devices/toaster/wire").statusCode());
        assertEquals(404, post("/devices/toaster/present", "{}").statusCode());
        assertEquals(404, get("/people/p99/portrait").statusCode());
        assertEquals(409, post("/devices/id-reader/dance", "{}").statusCode());
        assertEquals(
                409, post("/devices/id-reader/present", "{\"person\":\"p99\"}").statusCode());
        assertEquals(400, post("/devices/id-reader/present", "{person").statusCode());
        assertEquals(413, post("/devices/id-reader/present", " ".repeat(70_000)).statusCode());
    }

    @Test
    void strangers_names_and_foreign_pages_are_turned_away() throws Exception {
        int port = bench.url().getPort();
        assertEquals("200", status("GET /devices", "localhost:" + port, ""));
        assertEquals("421", status("GET /devices", "evil.example:" + port, ""));
        assertEquals("421", status("GET /devices", "127.0.0.1", ""));
        assertEquals(
                "403",
                status("POST /devices/id-reader/unplug", "127.0.0.1:" + port, "Origin: http://evil.example\r\n"));
        assertTrue(get("/devices").body().contains("\"state\":\"online\""));
    }

    @Test
    void people_come_with_all_card_fields_and_a_portrait() throws Exception {
        Json people = Json.parse(get("/people").body());
        assertEquals(16, ((Json.Arr) people).items().size());
        Json fifth = ((Json.Arr) people).items().get(4);
        assertEquals("𠮷田美华", fifth.text("name").orElseThrow());
        HttpResponse<String> portrait = get(fifth.text("portrait").orElseThrow());
        assertEquals(Optional.of("image/jpeg"), portrait.headers().firstValue("Content-Type"));
    }

    @Test
    void every_device_can_be_unplugged_once_and_replugged_and_keeps_its_port_over_a_restart() throws Exception {
        for (String id : List.of(
                "id-reader",
                "face-camera",
                "certificate-printer",
                "receipt-printer",
                "pay-pad",
                "cabinet",
                "ups",
                "card-dispenser",
                "locker")) {
            assertEquals(204, post("/devices/" + id + "/unplug", "").statusCode(), id);
            assertTrue(get("/devices/" + id).body().contains("\"state\":\"noDevice\""), id);
            assertEquals(409, post("/devices/" + id + "/unplug", "").statusCode(), id);
            assertEquals(204, post("/devices/" + id + "/replug", "").statusCode(), id);
            assertTrue(get("/devices/" + id).body().contains("\"state\":\"online\""), id);
        }
        String before = Files.readString(data.resolve("devices.json"));
        bench.close();
        bench = bench();
        assertEquals(before, Files.readString(data.resolve("devices.json")));
    }

    @Test
    void the_page_and_its_parts_are_there() throws Exception {
        assertTrue(get("/").body().contains("Training bench"));
        for (String part : List.of("/bench.css", "/bench.js", "/devices.js")) {
            assertEquals(200, get(part).statusCode(), part);
        }
        assertEquals(404, get("/package-info.class").statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(bench.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(bench.url().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String status(String call, String host, String more) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bench.url().getPort())) {
            String request = call + " HTTP/1.1\r\nHost: " + host + "\r\n" + more
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
    }
}
