package io.zizhu.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Plays people and accidents at the bench over its HTTP. */
public final class BenchClient {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bench;

    BenchClient(URI bench) {
        this.bench = bench;
    }

    /** Kills the process at the place; no place: only lists. */
    public void arm(long pid, String place) {
        require("/cuts/arm", "{\"pid\":" + pid + ",\"place\":\"" + place + "\"}");
    }

    /** What was passed since. */
    public List<String> places() {
        return TEXT.matcher(get("/cuts")).results().map(found -> found.group(1)).toList();
    }

    /**
     * Requires that the device does it.
     *
     * @param body a JSON object
     */
    public void act(String device, String act, String body) {
        require("/devices/" + device + "/" + act, body);
    }

    void act(String device, String act) {
        act(device, act, "{}");
    }

    /** Whether the device lets it happen: a pad refuses a tap until it waits for one. */
    public boolean tries(String device, String act) {
        return post("/devices/" + device + "/" + act, "{}").statusCode() == 204;
    }

    /** Acts as soon as the device lets it. */
    void actSoon(String device, String act) {
        Facts.await(device + " takes " + act, () -> tries(device, act));
    }

    String get(String path) {
        return new String(bytes(path).body(), StandardCharsets.UTF_8);
    }

    /** How many things came out of a device so far. */
    int count(String device) {
        return NUMBER.matcher(get("/devices/" + device + "/out"))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /** Everything that came out of a device after this number, oldest first. */
    public List<byte[]> since(String device, int number) {
        return NUMBER.matcher(get("/devices/" + device + "/out"))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(each -> each > number)
                .map(each -> out(device, each))
                .toList();
    }

    byte[] out(String device, int number) {
        HttpResponse<byte[]> answer = bytes("/devices/" + device + "/out/" + number);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(device + " gave out nothing with number " + number);
        }
        return answer.body();
    }

    /** Lays a person's card down and shows their face. */
    public void comes(String person) {
        act("face-camera", "show", "{\"person\":\"" + person + "\"}");
        act("id-reader", "present", "{\"person\":\"" + person + "\"}");
    }

    /** Takes the card away, where one lies there, and leaves. */
    void goes() {
        tries("id-reader", "remove");
        act("face-camera", "show", "{\"as\":\"nobody\",\"person\":\"p01\"}");
    }

    private void require(String path, String body) {
        HttpResponse<byte[]> answer = post(path, body);
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(path + " " + body + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<byte[]> post(String path, String body) {
        return send(HttpRequest.newBuilder(bench.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
    }

    private HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(bench.resolve(path)).build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer from " + request.uri(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
