package io.zizhu.terminal.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.camera.Portrait;
import io.zizhu.service.desk.Desk;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.wire.json.Json;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {
    @TempDir
    Path dir;

    private FrontDoor door;
    private URI citizen;
    private URI staff;

    @BeforeEach
    void open_the_door() throws Exception {
        Path font = Files.writeString(dir.resolve("one.ttf"), "a font");
        door = new FrontDoor(
                0,
                0,
                new FrontDoor.House(
                        new OneDesk(), noUpkeep(), FrontDoorTest::health, List.of(font), List.of(new Face())));
        door.open();
        citizen = URI.create(door.citizenUrl());
        staff = URI.create(door.staffUrl());
    }

    @AfterEach
    void close_the_door() throws Exception {
        door.close();
    }

    @Test
    void the_printed_address_lets_in_and_the_cookie_keeps_in() throws Exception {
        String arrival = get(citizen, "/?token=" + token(citizen));
        assertTrue(arrival.startsWith("HTTP/1.1 303"), arrival);
        assertTrue(arrival.contains("Location: /\r\n"), arrival);
        String cookie = cookie(arrival);
        assertTrue(arrival.contains("HttpOnly; SameSite=Strict"), arrival);
        String page = get(citizen, "/", "Cookie: " + cookie, "Sec-Fetch-Site: none");
        assertTrue(page.startsWith("HTTP/1.1 200") && page.endsWith("citizen true"), page);
        String staffPage = get(staff, "/", "Cookie: " + cookie(get(staff, "/?token=" + token(staff))));
        assertTrue(staffPage.endsWith("staff true"), staffPage);
        assertNotEquals(name(arrival), name(get(staff, "/?token=" + token(staff))), "cookies ignore ports");
    }

    @Test
    void nobody_enters_without_the_token_of_this_start_or_with_the_other_ports() throws Exception {
        assertEquals(403, status(get(citizen, "/")));
        assertEquals(403, status(get(citizen, "/?token=guess")));
        assertEquals(403, status(get(citizen, "/?token=" + token(staff))));
        assertEquals(403, status(get(citizen, "/fonts/one.ttf")));
        assertEquals(403, status(get(citizen, "/health")));
        String cookie = cookie(get(citizen, "/?token=" + token(citizen)));
        assertEquals(403, status(get(staff, "/", "Cookie: " + cookie)));
        assertEquals(403, status(ask(citizen, "POST", "/?token=" + token(citizen))));
    }

    @Test
    void another_host_name_is_misdirected_even_with_the_token() throws Exception {
        for (String host :
                List.of("evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.nip.io:" + citizen.getPort())) {
            String answer = raw(citizen, "GET /?token=" + token(citizen) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            assertEquals(421, status(answer), host);
        }
        assertEquals(
                303,
                status(raw(
                        citizen,
                        "GET /?token=" + token(citizen) + " HTTP/1.1\r\nHost: localhost:" + citizen.getPort()
                                + "\r\n\r\n")));
    }

    @Test
    void other_origins_and_other_sites_are_refused_though_the_cookie_is_right() throws Exception {
        String cookie = "Cookie: " + cookie(get(citizen, "/?token=" + token(citizen)));
        String own = "Origin: http://127.0.0.1:" + citizen.getPort();
        assertEquals(200, status(get(citizen, "/", cookie, own)));
        for (String origin : List.of("null", "http://evil.example", "http://127.0.0.1:" + staff.getPort())) {
            assertEquals(403, status(get(citizen, "/", cookie, "Origin: " + origin)), origin);
        }
        for (String site : List.of("cross-site", "same-site")) {
            assertEquals(403, status(get(citizen, "/", cookie, "Sec-Fetch-Site: " + site)), site);
        }
        String[] upgrade = {
            cookie, "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
        };
        assertEquals(403, status(get(citizen, "/VAADIN/push", upgrade)));
        assertEquals(
                403,
                status(get(
                        citizen,
                        "/VAADIN/push",
                        upgrade[0],
                        upgrade[1],
                        upgrade[2],
                        upgrade[3],
                        "Origin: http://evil.example")));
        assertEquals(
                200,
                status(get(citizen, "/VAADIN/push", upgrade[0], upgrade[1], upgrade[2], upgrade[3], own)),
                "reaches the face");
    }

    @Test
    void a_link_from_another_page_may_bring_the_token_but_a_script_may_not() throws Exception {
        String path = "/?token=" + token(citizen);
        assertEquals(303, status(get(citizen, path, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate")));
        assertEquals(403, status(get(citizen, path, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")));
        String home = get(citizen, "/a?token=" + token(citizen) + "&x=1");
        assertTrue(home.contains("Location: /a?x=1\r\n"), home);
    }

    @Test
    void every_answer_carries_the_protecting_headers() throws Exception {
        for (String answer : List.of(get(citizen, "/"), get(staff, "/health"))) {
            assertTrue(answer.contains("Content-Security-Policy: default-src 'self'"), answer);
            assertTrue(answer.contains("frame-ancestors 'none'") && answer.contains("connect-src 'self'"), answer);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
            assertTrue(answer.contains("Cache-Control: no-store"), answer);
            assertFalse(answer.contains("Server:"), answer);
        }
    }

    @Test
    void health_is_read_without_a_token_in_the_agreed_shape() throws Exception {
        String answer = get(staff, "/health");
        var health = (Json.Obj)
                Json.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4)).orThrow();
        assertEquals(
                Set.of("state", "reason", "devices", "supplies", "line", "journal", "bundle", "software"),
                health.members().keySet());
        var device =
                (Json.Obj) ((Json.Arr) health.members().get("devices")).values().getFirst();
        assertEquals(
                Set.of("id", "kind", "status", "media", "supplies", "since", "fault"),
                device.members().keySet());
        assertEquals(new Json.Text("hardwareError"), device.members().get("status"));
        assertEquals(405, status(ask(staff, "POST", "/health")));
        assertEquals(421, status(raw(staff, "GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n")));
        String metrics = get(staff, "/metrics");
        assertTrue(metrics.contains("zizhu_device_online{id=\"pay-pad\",kind=\"pay-pad\"} 0\n"), metrics);
        assertTrue(metrics.contains("zizhu_outbox_rows 2\n"), metrics);
        assertTrue(metrics.contains("zizhu_device_supply{id=\"pay-pad\",spot=\"paper\",is=\"low\"} 1\n"), metrics);
    }

    @Test
    void pictures_are_given_for_the_present_visit_alone() throws Exception {
        String cookie = "Cookie: " + cookie(get(citizen, "/?token=" + token(citizen)));
        assertTrue(get(citizen, "/picture/v7/preview", cookie).endsWith("JPEG"));
        assertEquals(404, status(get(citizen, "/picture/v6/preview", cookie)));
        assertEquals(404, status(get(citizen, "/picture/v7", cookie)));
    }

    @Test
    void fonts_are_kept_by_the_browser_and_nothing_else_of_their_folder_is_given() throws Exception {
        String cookie = "Cookie: " + cookie(get(citizen, "/?token=" + token(citizen)));
        String font = get(citizen, "/fonts/one.ttf", cookie);
        assertTrue(font.endsWith("a font") && font.contains("immutable"), font);
        assertEquals(404, status(get(citizen, "/fonts/other.ttf", cookie)));
        assertFalse(get(citizen, "/fonts/%2e%2e/secret", cookie).contains("a font"));
    }

    @Test
    void a_taken_port_is_said_at_once() {
        assertThrows(
                IOException.class,
                () -> new FrontDoor(
                        citizen.getPort(),
                        0,
                        new FrontDoor.House(new OneDesk(), noUpkeep(), FrontDoorTest::health, List.of(), List.of())));
    }

    private static String token(URI url) {
        return url.getQuery().substring("token=".length());
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String cookie(String answer) {
        int from = answer.indexOf("Set-Cookie: ") + "Set-Cookie: ".length();
        return answer.substring(from, answer.indexOf(';', from));
    }

    private static String name(String answer) {
        return cookie(answer).substring(0, cookie(answer).indexOf('='));
    }

    private static String get(URI url, String path, String... headers) throws IOException {
        return ask(url, "GET", path, headers);
    }

    private static String ask(URI url, String method, String path, String... headers) throws IOException {
        boolean upgrade = List.of(headers).stream().anyMatch(header -> header.startsWith("Upgrade"));
        return raw(
                url,
                method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + url.getPort() + "\r\n"
                        + (upgrade ? "Connection: Upgrade" : "Connection: close") + "\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + (method.equals("POST") ? "Content-Length: 0\r\n" : "") + "\r\n");
    }

    private static String raw(URI url, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Health health() {
        Instant since = Instant.parse("2026-11-21T10:00:00Z");
        var pad = new DeviceState(
                new DeviceId("pay-pad"),
                DeviceKind.PAY_PAD,
                Status.HARDWARE_ERROR,
                Media.NOT_SUPPORTED,
                Map.of(Spot.PAPER, Media.LOW),
                since,
                Optional.of(new Fault(Fault.Kind.SILENT, "no \"answer\"")));
        return new Health("inService", "", List.of(pad), List.of(), true, since, true, 10, 2, "3", "0.1.0");
    }

    /** Stands for the touch screens: says which surface it is on and whether it found its counter. */
    private static final class Face implements ServletContainerInitializer {
        @Override
        public void onStartup(Set<Class<?>> classes, ServletContext context) {
            String surface = context.getInitParameter("zizhu.surface");
            Class<?> counter = surface.equals("citizen") ? Desk.class : Upkeep.class;
            boolean found = counter.isInstance(context.getAttribute(counter.getName()));
            context.addServlet("face", new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter().print(surface + " " + found);
                        }
                    })
                    .addMapping("/*");
        }
    }

    private static final class OneDesk implements Desk {
        @Override
        public Watch watch(Consumer<Shown> screen) {
            return () -> {};
        }

        @Override
        public void act(long seen, Act act) {}

        @Override
        public Optional<Portrait> picture(String visit, String name) {
            return visit.equals("v7") ? Optional.of(new Portrait("JPEG".getBytes(UTF_8))) : Optional.empty();
        }
    }

    /** A staff's counter that lets nobody in. */
    private static Upkeep noUpkeep() {
        return (Upkeep) Proxy.newProxyInstance(
                Upkeep.class.getClassLoader(), new Class<?>[] {Upkeep.class}, (proxy, method, arguments) -> {
                    throw new Upkeep.NotEntered();
                });
    }
}
