package io.zizhu.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks for the first page as a browser would: the address with its token, then the page with the cookies it got. */
final class FirstPage {
    /** Version 1.1: the offer of version 2 is an upgrade without origin, which the terminal's doorkeeper refuses. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI address;

    FirstPage(String address) {
        this.address = URI.create(address);
    }

    /** Returns once the page came with 200. */
    void open() throws IOException, InterruptedException {
        URI at = address;
        HttpResponse<String> answer = get(at);
        for (int hops = 0; answer.statusCode() == 303 && hops < 3; hops++) {
            at = at.resolve(answer.headers().firstValue("location").orElseThrow());
            answer = get(at);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(at.getPath() + " answers " + answer.statusCode());
        }
    }

    /** What a browser asks next: the view itself. */
    void view() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address.resolve("/?v-r=init&location=&query="));
        if (answer.statusCode() != 200) {
            throw new IOException("the view answers " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(URI at) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("set-cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
