package io.zizhu.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the people at the bench over its HTTP. */
final class BenchClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bench;

    BenchClient(URI bench) {
        this.bench = bench;
    }

    /**
     * @param body a JSON object
     */
    void act(String device, String act, String body) {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(bench.resolve("/devices/" + device + "/" + act))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(
                    device + " " + act + ": " + answer.statusCode() + " " + new String(answer.body()));
        }
    }

    void act(String device, String act) {
        act(device, act, "{}");
    }

    /** Acts as soon as the device lets it: a pad refuses a tap until it waits for one. */
    void actSoon(String device, String act) {
        Facts.await(device + " takes " + act, () -> send(post(device, act)).statusCode() == 204);
    }

    String get(String path) {
        return new String(
                send(HttpRequest.newBuilder(bench.resolve(path)).build()).body(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How many things came out of a device so far. */
    int count(String device) {
        Matcher found = Pattern.compile("\"n\":(\\d+)").matcher(get("/devices/" + device + "/out"));
        int last = 0;
        while (found.find()) {
            last = Math.max(last, Integer.parseInt(found.group(1)));
        }
        return last;
    }

    byte[] out(String device, int number) {
        HttpResponse<byte[]> answer =
                send(HttpRequest.newBuilder(bench.resolve("/devices/" + device + "/out/" + number))
                        .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(device + " gave out nothing with number " + number);
        }
        return answer.body();
    }

    /** Lays a person's card down and shows their face. */
    void comes(String person) {
        act("face-camera", "show", "{\"person\":\"" + person + "\"}");
        act("id-reader", "present", "{\"person\":\"" + person + "\"}");
    }

    /** Takes the card away, where one lies there, and leaves. */
    void goes() {
        send(post("id-reader", "remove"));
        act("face-camera", "show", "{\"as\":\"nobody\",\"person\":\"p01\"}");
    }

    private HttpRequest post(String device, String act) {
        return HttpRequest.newBuilder(bench.resolve("/devices/" + device + "/" + act))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new IllegalStateException("the bench does not answer " + request.uri(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
