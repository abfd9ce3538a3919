package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A technician changes the welcome and a fee from afar: draft, second person, bundle, terminal, report. */
@Tag("story")
class ConfigurationStoryTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Training house;

    @BeforeAll
    static void open() {
        house = Training.start("configuration");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String log(String pattern) throws IOException {
        Matcher found =
                Pattern.compile(pattern).matcher(Files.readString(house.data().resolve("centre.log")));
        assertTrue(found.find(), "the centre's log has no " + pattern);
        return found.group(1);
    }

    private static HttpResponse<String> call(String method, String path, String session, String body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(house.console().resolve(path))
                    .header("Authorization", "Bearer " + log("(?m)^token=(\\S+)"))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (!session.isEmpty()) {
                request.header("Technician-Session", session);
            }
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String value(String json, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        assertTrue(found.find(), name + " is not in " + json);
        return found.group(1);
    }

    private static String session(String name) throws IOException {
        Matcher password = Pattern.compile(name + "\\W+(\\S+)")
                .matcher(Files.readString(house.data().resolve("centre/console-accounts.txt")));
        assertTrue(password.find());
        return value(
                call(
                                "POST",
                                "/api/sessions",
                                "",
                                "{\"name\":\"" + name + "\",\"password\":\"" + password.group(1) + "\"}")
                        .body(),
                "session");
    }

    private static String health() {
        try {
            URI health = house.staff().resolve("/health");
            return HTTP.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Test
    void a_welcome_and_a_fee_change_from_afar_after_a_second_person_approved() throws Exception {
        Facts.await("the line", () -> health().contains("\"connected\":true"));
        String first = session("tech-a");
        String second = session("tech-b");
        String welcome = "{\"section\":\"welcome\",\"content\":{\"zh\":\"您好，欢迎光临\",\"en\":\"Hello\"}}";
        String draft = value(call("POST", "/api/drafts", first, welcome).body(), "draft");
        assertEquals(
                409,
                call("POST", "/api/drafts/" + draft + "/approve", first, "{}").statusCode());
        String bundle = value(
                call("POST", "/api/drafts/" + draft + "/approve", second, "{}").body(), "bundle");
        Facts.await("the terminal to confirm bundle " + bundle, () -> value(health(), "bundle")
                .equals(bundle));

        String fee = value(
                call("POST", "/api/drafts", first, "{\"item\":\"id-card-renewal\",\"feeFen\":2500}")
                        .body(),
                "draft");
        String next = value(
                call("POST", "/api/drafts/" + fee + "/approve", second, "{}").body(), "bundle");
        Facts.await("the terminal to confirm bundle " + next, () -> value(health(), "bundle")
                .equals(next));
        Facts.await("the centre to hear of it", () -> call("GET", "/api/rollouts", "", "")
                .body()
                .toLowerCase(java.util.Locale.ROOT)
                .contains("confirmed"));
    }

    @Test
    void the_centre_tells_devices_and_paper_from_afar() {
        Facts.await(
                "the terminal at the centre",
                () -> call("GET", "/api/terminals", "", "").body().contains("\"online\":true"));
        String id = value(call("GET", "/api/terminals", "", "").body(), "id");
        Facts.await("at least five devices online and the paper's count", () -> {
            String page = call("GET", "/api/terminals/" + id, "", "").body();
            return page.split("\"status\":\"online\"", -1).length >= 6 && page.contains("\"name\":\"a4\"");
        });
    }

    @Test
    void health_says_what_house_md_promises() {
        Facts.await("service", () -> health().contains("\"state\":\"inService\""));
        String health = health();
        for (String field :
                new String[] {"devices", "line", "journal", "bundle", "software", "media", "fault", "rows", "outbox"}) {
            assertTrue(health.contains("\"" + field + "\""), field + " is missing in " + health);
        }
    }
}
