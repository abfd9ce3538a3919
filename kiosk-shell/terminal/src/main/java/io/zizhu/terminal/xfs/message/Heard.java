package io.zizhu.terminal.xfs.message;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Read;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What came of a client's text. Pure; any thread. */
public sealed interface Heard {
    /** Longest message that is read; the commands that are understood need far less. */
    int LONGEST = 64 * 1024;

    record Command(Request request) implements Heard {}

    /**
     * It cannot be begun.
     *
     * @param name where it could be read, so that the client finds its command again
     * @param id the same
     * @param why where and why, without the value
     */
    record Unclear(Optional<String> name, Optional<Integer> id, Refusal refusal, String why) implements Heard {}

    static Heard of(String text) {
        var limits = new Limits(LONGEST, 16);
        return switch (Json.parse(text.getBytes(StandardCharsets.UTF_8), limits)) {
            case Read.Bad<Json>(String field, String why) ->
                new Unclear(Optional.empty(), Optional.empty(), Refusal.INVALID_MESSAGE, field + ": " + why);
            case Read.Good<Json>(Json json) -> read(json);
        };
    }

    private static Heard read(Json json) {
        Optional<String> name = Optional.empty();
        Optional<Integer> id = Optional.empty();
        try {
            Fields message = Fields.of("message", json);
            Fields header = message.child("header");
            name = Optional.of(matching(header, "name", "[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*"));
            id = id(header);
            if (!header.text("type").equals("command")) {
                throw header.wrong("type", "is not command");
            }
            String version = matching(header, "version", "[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})");
            Duration timeout = Duration.ofMillis(present(header, "timeout") ? header.count("timeout") : 0);
            Json.Obj payload = present(message, "payload") ? message.object("payload") : Json.Obj.EMPTY;
            return id.isPresent()
                    ? new Command(new Request(name.get(), id.get(), version, timeout, payload))
                    : new Unclear(name, id, Refusal.INVALID_REQUEST_ID, "message.header.requestId: is not above zero");
        } catch (Misfit misfit) {
            return new Unclear(name, id, Refusal.INVALID_MESSAGE, misfit.field() + ": " + misfit.why());
        }
    }

    private static String matching(Fields fields, String name, String form) {
        String text = fields.text(name, 100);
        if (!text.matches(form)) {
            throw fields.wrong(name, "is not of its form");
        }
        return text;
    }

    /** A null says the same as nothing at all. */
    private static boolean present(Fields fields, String name) {
        return fields.has(name) && !(fields.json(name) instanceof Json.Null);
    }

    private static Optional<Integer> id(Fields header) {
        return header.has("requestId")
                        && header.json("requestId") instanceof Json.Num(double number)
                        && number == Math.rint(number)
                        && number >= 1
                        && number <= Integer.MAX_VALUE
                ? Optional.of((int) number)
                : Optional.empty();
    }
}
