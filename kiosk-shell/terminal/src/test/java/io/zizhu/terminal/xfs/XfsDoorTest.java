package io.zizhu.terminal.xfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Change;
import io.zizhu.device.DeviceId;
import io.zizhu.terminal.xfs.message.Heard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XfsDoorTest {
    private static final Optional<Duration> LONG = Optional.of(Duration.ofMinutes(1));

    @TempDir
    Path dir;

    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private PretendWorkshop workshop;
    private XfsDoor door;
    private String token;

    @BeforeEach
    void open_the_door() throws Exception {
        workshop = new PretendWorkshop(changes::add);
        for (int online = 0; online < 3; ) {
            Change change = changes.poll(10, TimeUnit.SECONDS);
            assertTrue(change != null, "a device never came up");
            online += change.now().online() ? 1 : 0;
        }
        door = new XfsDoor(List.of(0), workshop);
        door.open();
        door.leaveToken(dir.resolve("token"));
        token = Files.readString(dir.resolve("token")).strip();
    }

    @AfterEach
    void close_the_door() throws Exception {
        http.shutdownNow();
        door.close();
        workshop.close();
    }

    private Talk talk(String service) {
        return new Talk(http, door.url() + service, token);
    }

    @Test
    void the_publisher_tells_where_each_device_is() throws Exception {
        String services = "{\"services\":[{\"serviceURI\":\"" + door.url() + "id-reader\"},{\"serviceURI\":\""
                + door.url() + "receipt-printer\"},{\"serviceURI\":\"" + door.url()
                + "face-camera\"}],\"vendorName\":\"Zizhu\"}";
        try (var publisher = talk("").ask("ServicePublisher.GetServices", 1).ask("Common.Status", 2)) {
            assertEquals(header("acknowledge", "ServicePublisher.GetServices", 1) + "}", publisher.next());
            assertEquals(
                    "{\"header\":{\"name\":\"ServicePublisher.ServiceDetailEvent\",\"requestId\":1,\"type\":\"event\","
                            + "\"version\":\"2.0\"},\"payload\":" + services + "}",
                    publisher.next());
            assertEquals(
                    header("success\",\"name", "ServicePublisher.GetServices", 1) + ",\"payload\":" + services + "}",
                    publisher.next());
            assertEquals("unsupportedCommand", publisher.completed(2));
        }
        try (var publisher = new Talk(http, door.url().replaceFirst("/$", "?token=" + token), "")) {
            String found =
                    publisher.ask("ServicePublisher.GetServices", 1).next(message -> message.contains("completion"));
            assertTrue(found.contains("/id-reader?token=" + token), "who shows the token in the address gets it back");
        }
    }

    private static String header(String kind, String name, int id) {
        return kind.contains("name")
                ? "{\"header\":{\"completionCode\":\"" + kind + "\":\"" + name + "\",\"requestId\":" + id
                        + ",\"type\":\"completion\",\"version\":\"2.0\"}"
                : "{\"header\":{\"name\":\"" + name + "\",\"requestId\":" + id + ",\"type\":\"" + kind
                        + "\",\"version\":\"2.0\"}";
    }

    @Test
    void status_and_capabilities_are_told_while_citizens_are_served() throws Exception {
        try (var printer = talk("receipt-printer").ask("Common.Status", 1).ask("Common.Capabilities", 2)) {
            assertEquals(header("acknowledge", "Common.Status", 1) + "}", printer.next());
            assertEquals(
                    "{\"header\":{\"completionCode\":\"success\",\"name\":\"Common.Status\",\"requestId\":1,"
                            + "\"type\":\"completion\",\"version\":\"3.0\"},\"payload\":{\"common\":{\"device\":\"online\"},"
                            + "\"printer\":{\"paper\":{\"upper\":\"full\"}}}}",
                    printer.next());
            String capabilities = printer.next(message -> message.contains("\"completion\""));
            assertTrue(capabilities.contains("\"cut\":true"), "abilities come from the live device");
            assertTrue(capabilities.contains("\"modelName\":\"pretended\""), capabilities);
        }
    }

    @Test
    void an_unplugged_device_tells_every_client_what_changed_and_nothing_else() throws Exception {
        try (var one = talk("receipt-printer").ask("Common.Status", 1);
                var other = talk("receipt-printer").ask("Common.Status", 1)) {
            one.completed(1);
            other.completed(1);
            workshop.unplugged = true;
            Change gone = changes.poll(10, TimeUnit.SECONDS);
            assertTrue(gone != null, "it never went");
            door.heard(gone);
            for (Talk talk : List.of(one, other)) {
                assertEquals(
                        "{\"header\":{\"name\":\"Common.StatusChangedEvent\",\"type\":\"unsolicited\",\"version\":\"3.0\"},"
                                + "\"payload\":{\"common\":{\"device\":\"noDevice\"},\"printer\":{\"paper\":{\"upper\":\"unknown\"}}}}",
                        talk.next(_ -> true));
                assertEquals(
                        "{\"header\":{\"name\":\"Common.ErrorEvent\",\"type\":\"unsolicited\",\"version\":\"2.0\"},"
                                + "\"payload\":{\"action\":\"suspend\",\"eventId\":\"hardware\",\"vendorDescription\":\"LOST: unplugged\"}}",
                        talk.next(_ -> true));
            }
        }
    }

    @Test
    void a_command_needs_maintenance_and_a_device_that_nobody_else_has() throws Exception {
        try (var printer = talk("receipt-printer")) {
            assertEquals("sequenceError", print(printer, 1).completed(1));
            assertEquals(List.of(), workshop.notes);
            workshop.maintenance = LONG;
            try (var visit = workshop.lease(new DeviceId("receipt-printer"), Duration.ofMinutes(1))
                    .orElseThrow()) {
                assertFalse(visit.over());
                assertEquals("sequenceError", print(printer, 2).completed(2));
            }
            assertEquals("success", print(printer, 3).completed(3));
            assertEquals(List.of("receipt-printer Printer.PrintNative"), workshop.notes);
            assertEquals(
                    "unsupportedData",
                    printer.ask("Printer.PrintNative", 4, "3.0", 0, "{\"data\":\"O2gAUACFyEARAJAC\"}")
                            .completed(4));
        }
        try (var reader = talk("id-reader")) {
            assertEquals("success", reader.ask("CardReader.Reset", 1).completed(1));
            assertEquals(
                    "unsupportedCommand",
                    reader.ask("CardReader.ReadRawData", 2).completed(2));
            assertEquals(
                    "unsupportedCommand",
                    reader.ask("CardReader.Reset", 3, "9.0", 0, "{}").completed(3));
        }
    }

    @Test
    void a_picture_is_taken_of_no_citizen() throws Exception {
        try (var camera = talk("face-camera")) {
            assertEquals("sequenceError", camera.ask("Camera.TakePicture", 1).completed(1));
            workshop.maintenance = Optional.of(Duration.ofMillis(500));
            assertEquals("sequenceError", camera.ask("Camera.TakePicture", 2).completed(2));
            workshop.maintenance = LONG;
            String taken = camera.ask("Camera.TakePicture", 3).next(message -> message.contains("pictureFile"));
            assertTrue(taken.endsWith("\"payload\":{\"pictureFile\":\"AQID\"}}"), taken);
        }
    }

    @Test
    void what_waits_is_cancelled_at_once_and_what_runs_ends_soon() throws Exception {
        workshop.maintenance = LONG;
        workshop.holding = true;
        try (var printer = talk("receipt-printer")) {
            print(printer, 1);
            workshop.awaitBegun();
            print(printer, 2);
            assertEquals(
                    "success",
                    printer.ask("Common.Cancel", 3, "2.0", 0, "{\"requestIds\":[2]}")
                            .completed(3));
            assertEquals("canceled", printer.completed(2));
            assertEquals(
                    "commandErrorCode",
                    printer.ask("Common.Cancel", 4, "2.0", 0, "{\"requestIds\":[2]}")
                            .completed(4));
            assertEquals(
                    "invalidData",
                    printer.ask("Common.Cancel", 5, "2.0", 0, "{\"requestIds\":\"all\"}")
                            .completed(5));
            try (var stranger = talk("receipt-printer")) {
                assertEquals(
                        "commandErrorCode", stranger.ask("Common.Cancel", 1).completed(1));
            }
            assertEquals("success", printer.ask("Common.Cancel", 6).completed(6));
            assertEquals("canceled", printer.completed(1));
        }
    }

    @Test
    void a_command_ends_when_its_time_is_over_waiting_or_not() throws Exception {
        workshop.maintenance = LONG;
        workshop.holding = true;
        try (var printer = talk("receipt-printer")) {
            printer.ask("Printer.PrintNative", 1, "3.0", 1500, "{}");
            workshop.awaitBegun();
            printer.ask("Printer.PrintNative", 2, "3.0", 50, "{}");
            assertEquals("timeOut", printer.completed(2));
            assertEquals("timeOut", printer.completed(1));
            workshop.holding = false;
            assertEquals("success", print(printer, 2).completed(2));
        }
    }

    @Test
    void a_full_queue_and_a_number_in_use_are_refused_before_they_begin() throws Exception {
        workshop.maintenance = LONG;
        workshop.holding = true;
        try (var printer = talk("receipt-printer")) {
            IntStream.rangeClosed(1, Turns.MOST + 1).forEach(id -> print(printer, id));
            String full = printer.next(message -> message.contains("\"status\""));
            assertTrue(full.contains("\"requestId\":9,\"status\":\"tooManyRequests\""), full);
            String used = print(printer, 1).next(message -> message.contains("\"status\""));
            assertTrue(used.contains("\"requestId\":1,\"status\":\"invalidRequestID\""), used);
            assertEquals("success", printer.ask("Common.Status", 9).completed(9));
        }
        workshop.holding = false;
        try (var next = talk("receipt-printer")) {
            assertEquals("success", print(next, 1).completed(1), "who goes takes its commands along");
        }
    }

    @Test
    void what_is_no_message_is_refused_and_what_is_too_long_ends_the_connection() throws Exception {
        try (var reader = talk("id-reader")) {
            String refused = reader.say("{\"header\":").next();
            assertTrue(refused.contains("\"status\":\"invalidMessage\""), refused);
            assertEquals("success", reader.ask("Common.Status", 1).completed(1), "the connection stands");
            reader.say("x".repeat(Heard.LONGEST + 1));
            assertEquals("closed 1009", reader.next());
        }
    }

    @Test
    void nobody_comes_in_without_token_host_or_origin() throws Exception {
        String right = "127.0.0.1:" + URI.create(door.url()).getPort();
        assertEquals(101, knock("/xfs4iot/v1.0/", right, token, ""));
        assertEquals(101, knock("/xfs4iot/v1.0/id-reader", right, token, "Origin: http://" + right + "\r\n"));
        assertEquals(403, knock("/xfs4iot/v1.0/", right, "wrong", ""));
        assertEquals(403, knock("/xfs4iot/v1.0/", right, "", ""));
        assertEquals(403, knock("/xfs4iot/v1.0/", right, token, "Origin: http://evil.example\r\n"));
        assertEquals(403, knock("/xfs4iot/v1.0/", right, token, "Origin: null\r\n"));
        assertEquals(421, knock("/xfs4iot/v1.0/", "evil.example:5846", token, ""));
        assertEquals(404, knock("/xfs4iot/v1.0/none", right, token, ""));
        assertEquals(404, knock("/health", right, token, ""));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("token"))));
    }

    @Test
    void who_does_not_read_is_let_go_and_holds_up_nobody() throws Exception {
        byte[] ask = frame("{\"header\":{\"name\":\"Common.Capabilities\",\"requestId\":1,\"type\":\"command\","
                + "\"version\":\"2.0\"}}");
        try (var deaf = upgraded("id-reader")) {
            assertThrows(IOException.class, () -> {
                while (true) {
                    deaf.getOutputStream().write(ask);
                }
            });
        }
        try (var other = talk("id-reader")) {
            assertEquals("success", other.ask("Common.Status", 1).completed(1));
        }
    }

    /** A masked text frame (RFC 6455) whose mask is zero. */
    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        byte[] frame = new byte[bytes.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    private Socket upgraded(String service) throws IOException {
        int port = URI.create(door.url()).getPort();
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String request = "GET /xfs4iot/v1.0/" + service + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    @Test
    void the_first_free_port_is_taken() throws Exception {
        int taken = URI.create(door.url()).getPort();
        try (var second = new XfsDoor(List.of(taken, 0), workshop)) {
            assertFalse(second.url().contains(":" + taken + "/"));
        }
    }

    private static Talk print(Talk printer, int id) {
        return printer.ask("Printer.PrintNative", id, "3.0", 0, "{}");
    }

    private int knock(String path, String host, String shown, String more) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(door.url()).getPort())) {
            socket.setSoTimeout(5000);
            String bearer = shown.isEmpty() ? "" : "Authorization: Bearer " + shown + "\r\n";
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + bearer
                            + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            byte[] answer = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(answer, ISO_8859_1).substring(9, 12));
        }
    }
}
