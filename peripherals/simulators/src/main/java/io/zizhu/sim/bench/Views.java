package io.zizhu.sim.bench;

import io.zizhu.sim.json.Json;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the bench spells its things in JSON. */
final class Views {
    private Views() {}

    static Json device(Peer peer) {
        Map<String, Json> device = new LinkedHashMap<>();
        device.put("id", Json.of(peer.id()));
        device.put("kind", Json.of(peer.kind().word()));
        device.put("driver", Json.of(peer.driver()));
        device.put("wire", Json.of(wire(peer.settings())));
        device.put("state", Json.of(peer.state().word()));
        Map<String, Json> about = new TreeMap<>();
        peer.about().forEach((word, value) -> about.put(word, Json.of(value)));
        device.put("about", Json.of(about));
        List<Out> out = peer.out();
        device.put("out", Json.of(out.isEmpty() ? 0 : out.getLast().number()));
        return Json.of(device);
    }

    /** {@code serial /…/pty/id-reader 115200}, {@code tcp 127.0.0.1:4711} or the address as the settings spell it. */
    private static String wire(Map<String, String> settings) {
        String port = settings.getOrDefault("port", "");
        if (settings.containsKey("host")) {
            return "tcp " + settings.get("host") + ":" + port;
        }
        if (settings.containsKey("baud")) {
            return "serial " + port + " " + settings.get("baud");
        }
        return settings.getOrDefault("uri", settings.getOrDefault("source", ""));
    }

    static Json wire(Tape tape) {
        return Json.of(tape.pieces().stream().map(Views::piece).toList());
    }

    private static Json piece(Tape.Piece piece) {
        Map<String, Json> view = new LinkedHashMap<>();
        view.put("at", Json.of(piece.at().toString()));
        view.put("way", Json.of(piece.way()));
        view.put("hex", Json.of(piece.hex()));
        return Json.of(view);
    }

    static Json outs(List<Out> outs) {
        return Json.of(outs.stream().map(Views::out).toList());
    }

    private static Json out(Out out) {
        Map<String, Json> view = new LinkedHashMap<>();
        view.put("n", Json.of(out.number()));
        view.put("at", Json.of(out.at().toString()));
        view.put("type", Json.of(out.type()));
        view.put("bytes", Json.of(out.bytes().length));
        return Json.of(view);
    }

    static Json person(Person person) {
        Map<String, Json> view = new LinkedHashMap<>();
        view.put("id", Json.of(person.id()));
        view.put("name", Json.of(person.name()));
        view.put("sex", Json.of(person.sex()));
        view.put("nation", Json.of(person.nation()));
        view.put("birth", Json.of(person.birth()));
        view.put("address", Json.of(person.address()));
        view.put("number", Json.of(person.number()));
        view.put("authority", Json.of(person.authority()));
        view.put("validFrom", Json.of(person.validFrom()));
        view.put("validTo", Json.of(person.validTo()));
        view.put("known", Json.of(person.known()));
        view.put("portrait", Json.of("/people/" + person.id() + "/portrait"));
        return Json.of(view);
    }
}
