package io.zizhu.terminal;

import io.zizhu.terminal.CannotStart.Reason;
import io.zizhu.terminal.journal.key.KeyRing;
import io.zizhu.terminal.xfs.XfsDoor;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param data the terminal's folder
 * @param factory the sections it was born with
 * @param fonts a folder with the fonts of paper; empty for Debian's places
 * @param centre {@code https://host:port} of the line
 * @param join a one-time code, used only while there is no identity yet
 * @param tenant the organisation's word in topics
 * @param xfs ports to offer the devices on as services of XFS4IoT, the first free one counts; none: not offered
 * @param cuts a bench that is asked before and after whatever may be cut off there; in training alone
 * @param machineKey where the key of personal fields is kept; a developer's own TPM is left alone by default
 * @param training simulated devices and short times are allowed
 */
record Options(
        Path data,
        int citizenPort,
        int staffPort,
        Path factory,
        Optional<Path> fonts,
        Optional<URI> centre,
        Optional<String> join,
        String tenant,
        ZoneId zone,
        List<Integer> xfs,
        Optional<URI> cuts,
        KeyRing.Choice machineKey,
        boolean training) {
    static final String USAGE = "usage: Terminal --data DIR --factory DIR [--citizen-port N] [--staff-port N]"
            + " [--fonts DIR] [--centre https://HOST:PORT --join CODE] [--tenant WORD] [--zone ZONE]"
            + " [--xfs standard|PORT] [--machine-key auto|tpm|file] [--training [--cuts http://127.0.0.1:PORT/]]";

    private static final Set<String> WORDS = Set.of(
            "data",
            "factory",
            "citizen-port",
            "staff-port",
            "fonts",
            "centre",
            "join",
            "tenant",
            "zone",
            "xfs",
            "cuts",
            "machine-key");

    static Options parse(String[] args) throws CannotStart {
        Map<String, String> given = new HashMap<>();
        boolean training = false;
        for (int i = 0; i < args.length; i++) {
            String word = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (word.equals("training")) {
                training = true;
            } else if (WORDS.contains(word) && i + 1 < args.length) {
                given.put(word, args[++i]);
            } else {
                throw wrong(args[i]);
            }
        }
        for (String needed : List.of("data", "factory")) {
            if (!given.containsKey(needed)) {
                throw wrong("--" + needed + " is missing");
            }
        }
        return new Options(
                Path.of(given.getOrDefault("data", "")).toAbsolutePath().normalize(),
                port(given, "citizen-port"),
                port(given, "staff-port"),
                Path.of(given.getOrDefault("factory", "")),
                Optional.ofNullable(given.get("fonts")).map(Path::of),
                centre(given),
                Optional.ofNullable(given.get("join")),
                given.getOrDefault("tenant", "training"),
                zone(given.getOrDefault("zone", "Asia/Shanghai")),
                xfs(given),
                cuts(given, training),
                machineKey(given, training),
                training);
    }

    private static int port(Map<String, String> given, String name) throws CannotStart {
        String text = given.getOrDefault(name, "0");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw wrong("--" + name + " " + text);
        }
        return Integer.parseInt(text);
    }

    private static List<Integer> xfs(Map<String, String> given) throws CannotStart {
        if (!given.containsKey("xfs")) {
            return List.of();
        }
        return given.getOrDefault("xfs", "").equals("standard") ? XfsDoor.STANDARD : List.of(port(given, "xfs"));
    }

    private static KeyRing.Choice machineKey(Map<String, String> given, boolean training) throws CannotStart {
        return switch (given.getOrDefault("machine-key", training ? "file" : "auto")) {
            case "auto" -> KeyRing.Choice.AUTO;
            case "tpm" -> KeyRing.Choice.TPM;
            case "file" -> KeyRing.Choice.FILE;
            case String other -> throw wrong("--machine-key " + other);
        };
    }

    private static Optional<URI> centre(Map<String, String> given) throws CannotStart {
        Optional<String> text = Optional.ofNullable(given.get("centre"));
        if (text.isPresent() && !text.get().matches("https://[A-Za-z0-9.:\\[\\]-]+/?")) {
            throw wrong("--centre " + text.get());
        }
        return text.map(URI::create);
    }

    private static Optional<URI> cuts(Map<String, String> given, boolean training) throws CannotStart {
        Optional<String> text = Optional.ofNullable(given.get("cuts"));
        if (text.isPresent() && !(training && text.get().matches("http://127\\.0\\.0\\.1:\\d{1,5}/?"))) {
            throw wrong("--cuts " + text.get() + ": a bench of this machine, with --training alone");
        }
        return text.map(URI::create);
    }

    private static ZoneId zone(String text) throws CannotStart {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw wrong("--zone " + text);
        }
    }

    private static CannotStart wrong(String what) {
        return new CannotStart(Reason.USAGE, what + "\n" + USAGE);
    }
}
