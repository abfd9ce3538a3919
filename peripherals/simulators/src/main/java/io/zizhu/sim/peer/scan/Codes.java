package io.zizhu.sim.peer.scan;

import io.zizhu.sim.peer.Refused;
import java.util.Map;

/** The words of the bench for showing a code. */
final class Codes {
    /** AIM identifiers (ISO/IEC 15424) by the word the bench uses. */
    private static final Map<String, String> AIM = Map.of(
            "qr", "]Q1",
            "code-128", "]C0",
            "ean-13", "]E0",
            "data-matrix", "]d1",
            "pdf-417", "]L2",
            "aztec", "]z0");

    private Codes() {}

    static String text(Map<String, String> with) throws Refused {
        String text = with.getOrDefault("text", "");
        if (text.isEmpty()) {
            throw new Refused("a code says something: \"text\" is missing");
        }
        return text;
    }

    static String aim(Map<String, String> with) throws Refused {
        String word = with.getOrDefault("symbology", "qr");
        String aim = AIM.get(word);
        if (aim == null) {
            throw new Refused(
                    "\"symbology\" is one of " + AIM.keySet().stream().sorted().toList() + ", not \"" + word + "\"");
        }
        return aim;
    }

    static int bytes(Map<String, String> with) throws Refused {
        String word = with.getOrDefault("bytes", "20000");
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw new Refused("\"bytes\" is a number up to 999999, not \"" + word + "\"");
        }
        return Integer.parseInt(word);
    }
}
