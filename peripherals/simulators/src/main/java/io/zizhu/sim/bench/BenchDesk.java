package io.zizhu.sim.bench;

import io.zizhu.sim.bench.cut.CutBook;
import io.zizhu.sim.json.Json;
import io.zizhu.sim.json.JsonBroken;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bench answers and does, without HTTP. Any thread.
 *
 * <p>A bench that was started with {@code --cuts armed} kills a terminal, by a real SIGKILL, where it is told: {@code POST
 * /cuts/arm {pid, place}} begins a new list of places and arms one ({@code place} empty: none); {@code GET /cuts} is the
 * list so far, in its order; {@code POST /cuts/reached {at}} is the terminal's question whether it may go on. Places on the
 * devices' lines are listed while an operation of the terminal runs. Without that option there is no such door.
 */
final class BenchDesk {
    private static final Map<String, String> PAGE = Map.of(
            "index.html", "text/html; charset=utf-8",
            "bench.css", "text/css; charset=utf-8",
            "bench.js", "text/javascript; charset=utf-8",
            "devices.js", "text/javascript; charset=utf-8",
            "pictures.js", "text/javascript; charset=utf-8");

    private final List<Peer> peers;
    private final People people;
    private final Optional<CutBook> cuts;

    BenchDesk(List<Peer> peers, People people, Optional<CutBook> cuts) {
        this.peers = List.copyOf(peers);
        this.people = people;
        this.cuts = cuts;
    }

    /** GET: the way is the path, split. */
    Answer look(List<String> way) throws IOException {
        String first = way.isEmpty() ? "index.html" : way.getFirst();
        if (way.size() <= 1 && PAGE.containsKey(first)) {
            return page(first);
        }
        return switch (first) {
            case "devices" -> devices(way);
            case "people" -> people(way);
            case "cuts" ->
                cuts.map(book -> Answer.json(
                                Json.of(book.places().stream().map(Json::of).toList())))
                        .orElseGet(() -> nothing(way));
            default -> nothing(way);
        };
    }

    private Answer devices(List<String> way) throws IOException {
        if (way.size() == 1) {
            return Answer.json(Json.of(peers.stream().map(Views::device).toList()));
        }
        Optional<Peer> found = named(way.get(1));
        if (found.isEmpty()) {
            return Answer.no(404, "no device is called \"" + way.get(1) + "\"");
        }
        Peer peer = found.get();
        String what = way.size() > 2 ? way.get(2) : "";
        if (way.size() == 4 && what.equals("out")) {
            return out(peer, way.get(3));
        }
        if (way.size() == 5 && what.equals("out") && way.get(4).equals("page")) {
            return page(out(peer, way.get(3)));
        }
        if (way.size() > 3) {
            return nothing(way);
        }
        return switch (what) {
            case "" -> Answer.json(Views.device(peer));
            case "wire" -> Answer.json(Views.wire(peer.tape()));
            case "out" -> Answer.json(Views.outs(peer.out()));
            case "picture" ->
                peer.picture()
                        .map(jpeg -> Answer.bytes("image/jpeg", jpeg))
                        .orElseGet(() -> Answer.no(404, peer.id() + " has no picture"));
            default -> nothing(way);
        };
    }

    private static Answer out(Peer peer, String number) {
        for (Out out : peer.out()) {
            if (Integer.toString(out.number()).equals(number)) {
                return Answer.bytes(out.type(), out.bytes());
            }
        }
        return Answer.no(404, "nothing with the number " + number + " came out");
    }

    /** The first page of a PDF as a PNG, for the people's page. */
    private static Answer page(Answer out) throws IOException {
        if (!out.type().equals("application/pdf")) {
            return out;
        }
        return FirstPage.of(out.body())
                .map(png -> Answer.bytes("image/png", png))
                .orElseGet(() -> Answer.no(404, "pdftoppm (Debian poppler-utils) draws no page of it"));
    }

    private Answer people(List<String> way) throws IOException {
        if (way.size() == 1) {
            return Answer.json(Json.of(people.all().stream().map(Views::person).toList()));
        }
        if (way.size() == 3 && way.get(2).equals("portrait")) {
            try {
                Person person = people.named(way.get(1));
                return Answer.bytes("image/jpeg", Files.readAllBytes(person.picture("id-photo")));
            } catch (Refused nobody) {
                return Answer.no(404, nobody.getMessage());
            }
        }
        return nothing(way);
    }

    private static Answer page(String name) throws IOException {
        try (InputStream file = BenchDesk.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("the jar lacks " + name);
            }
            return Answer.bytes(PAGE.getOrDefault(name, ""), file.readAllBytes());
        }
    }

    /** POST /devices/{id}/{act}, and what is said of cuts. */
    Answer play(List<String> way, String body) {
        if (way.size() == 2 && way.getFirst().equals("cuts") && cuts.isPresent()) {
            return cut(cuts.get(), way.get(1), body);
        }
        if (way.size() != 3 || !way.getFirst().equals("devices")) {
            return nothing(way);
        }
        Optional<Peer> peer = named(way.get(1));
        if (peer.isEmpty()) {
            return Answer.no(404, "no device is called \"" + way.get(1) + "\"");
        }
        try {
            peer.get().act(way.get(2), arguments(body));
            return Answer.done();
        } catch (JsonBroken broken) {
            return Answer.no(400, broken.getMessage());
        } catch (Refused refused) {
            return Answer.no(409, refused.getMessage());
        }
    }

    private static Answer cut(CutBook book, String act, String body) {
        try {
            Map<String, String> with = arguments(body);
            String pid = with.getOrDefault("pid", "");
            if (act.equals("reached")) {
                book.reached(with.getOrDefault("at", ""));
                return Answer.done();
            }
            if (act.equals("arm") && pid.matches("\\d{1,10}")) {
                book.arm(Long.parseLong(pid), with.getOrDefault("place", ""));
                return Answer.done();
            }
            return Answer.no(409, "cuts know arm {pid, place} and reached {at}");
        } catch (JsonBroken broken) {
            return Answer.no(400, broken.getMessage());
        }
    }

    private static Map<String, String> arguments(String body) throws JsonBroken {
        Map<String, String> arguments = new HashMap<>();
        if (!body.isBlank() && Json.parse(body) instanceof Json.Obj(var fields)) {
            fields.forEach((name, value) -> value.word().ifPresent(word -> arguments.put(name, word)));
        }
        return arguments;
    }

    private Optional<Peer> named(String id) {
        return peers.stream().filter(peer -> peer.id().equals(id)).findFirst();
    }

    private static Answer nothing(List<String> way) {
        return Answer.no(404, "nothing is at /" + String.join("/", way));
    }
}
