package io.zizhu.sim.bench;

import io.zizhu.sim.json.Json;
import io.zizhu.sim.json.JsonBroken;
import io.zizhu.sim.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code devices.json}: the ready-made devices section that binds the training terminal to this bench. Read back at the
 * next start, so that the devices keep their TCP ports and a terminal born earlier still finds them.
 */
final class DevicesFile {
    private static final Logger LOG = LoggerFactory.getLogger(DevicesFile.class);
    private static final Pattern PORT = Pattern.compile("(?:^|:)(\\d{1,5})(?:/|$)");

    private final Path file;

    DevicesFile(Path data) {
        this.file = data.resolve("devices.json");
    }

    /** The TCP port each device had; empty where there was no file or nothing to read in it. */
    Map<String, Integer> earlierPorts() {
        Map<String, Integer> ports = new HashMap<>();
        if (!Files.exists(file)) {
            return ports;
        }
        try {
            Json devices = Json.parse(Files.readString(file)).field("devices").orElse(new Json.Null());
            if (devices instanceof Json.Arr(var items)) {
                items.forEach(item -> port(item, ports));
            }
        } catch (IOException | JsonBroken unreadable) {
            LOG.warn("{}: {}; the devices get new ports", file, unreadable.getMessage());
        }
        return ports;
    }

    private static void port(Json device, Map<String, Integer> ports) {
        Json settings = device.field("settings").orElse(new Json.Null());
        for (String key : List.of("port", "uri", "source")) {
            Matcher found = PORT.matcher(settings.text(key).orElse(""));
            if (found.find()) {
                ports.put(device.text("id").orElse(""), Integer.parseInt(found.group(1)));
            }
        }
    }

    /** @param more settings a peer cannot know, by device id */
    void write(List<Peer> peers, Map<String, Map<String, String>> more) throws IOException {
        List<Json> devices = new ArrayList<>();
        for (Peer peer : peers) {
            Map<String, Json> settings = new TreeMap<>();
            peer.settings().forEach((key, value) -> settings.put(key, Json.of(value)));
            more.getOrDefault(peer.id(), Map.of()).forEach((key, value) -> settings.put(key, Json.of(value)));
            Map<String, Json> device = new LinkedHashMap<>();
            device.put("id", Json.of(peer.id()));
            device.put("kind", Json.of(peer.kind().word()));
            device.put("driver", Json.of(peer.driver()));
            device.put("settings", Json.of(settings));
            devices.add(Json.of(device));
        }
        Files.writeString(file, Json.of(Map.of("devices", Json.of(devices))).write() + "\n");
    }
}
