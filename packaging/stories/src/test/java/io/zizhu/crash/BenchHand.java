package io.zizhu.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays people and accidents at the bench over its HTTP. */
final class BenchHand {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bench;

    BenchHand(URI bench) {
        this.bench = bench;
    }

    /** Kills the process at the place; no place: only lists. */
    void arm(long pid, String place) {
        require("/cuts/arm", "{\"pid\":" + pid + ",\"place\":\"" + place + "\"}");
    }

    /** What was passed since. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        Matcher found = TEXT.matcher(text("/cuts"));
        while (found.find()) {
            places.add(found.group(1));
        }
        return places;
    }

    void act(String device, String act, String body) {
        require("/devices/" + device + "/" + act, body);
    }

    /** Whether the device let it happen. */
    boolean tries(String device, String act) {
        return post("/devices/" + device + "/" + act, "{}") == 204;
    }

    /** A person lays the card down and looks into the camera, for as long as it takes. */
    void comes(String person) {
        act("face-camera", "show", "{\"person\":\"" + person + "\"}");
        act("id-reader", "present", "{\"person\":\"" + person + "\"}");
    }

    /** Everything that came out of a device, oldest first, from this number on. */
    List<byte[]> out(String device, int from) {
        List<byte[]> things = new ArrayList<>();
        Matcher found = NUMBER.matcher(text("/devices/" + device + "/out"));
        while (found.find()) {
            if (Integer.parseInt(found.group(1)) > from) {
                things.add(get("/devices/" + device + "/out/" + found.group(1)));
            }
        }
        return things;
    }

    private void require(String path, String body) {
        int status = post(path, body);
        if (status != 204) {
            throw new IllegalStateException("the bench answers " + status + " to " + path + " " + body);
        }
    }

    private int post(String path, String body) {
        return send(HttpRequest.newBuilder(bench.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    byte[] get(String path) {
        return send(HttpRequest.newBuilder(bench.resolve(path)).build()).body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException("the bench does not answer " + request.uri(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }

    /** A short look-around between two questions. */
    static void breath() {
        LockSupport.parkNanos(30_000_000L);
    }
}
