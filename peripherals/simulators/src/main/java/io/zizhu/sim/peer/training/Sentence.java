package io.zizhu.sim.peer.training;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** One line: a word, the number of the errand, and fields. Written from the description, apart from the driver's codec. */
record Sentence(String word, int id, Map<String, String> fields) {
    private static final Pattern LINE = Pattern.compile(
            "[^>]*(?:>[^>]*)*>(([a-z]+) ([1-9][0-9]{0,8})((?: [a-z][a-z0-9-]*=[^ ]*)*)) #([0-9a-f]{8})");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/+,=-]");

    /** @return empty for noise, and for a line that was damaged */
    static Optional<Sentence> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !check(parts.group(1)).equals(parts.group(5))) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : parts.group(4).trim().split(" ", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                String value = field.substring(sign + 1).replace("+", "%2B");
                fields.put(field.substring(0, sign), URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return Optional.of(new Sentence(parts.group(2), Integer.parseInt(parts.group(3)), fields));
    }

    byte[] write() {
        StringBuilder body = new StringBuilder(word + " " + id);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.append(' ').append(field.getKey()).append('=');
            for (byte one : field.getValue().getBytes(StandardCharsets.UTF_8)) {
                String sign = String.valueOf((char) (one & 0xFF));
                body.append(PLAIN.matcher(sign).matches() ? sign : "%%%02X".formatted(one & 0xFF));
            }
        }
        String line = ">" + body + " #" + check(body.toString()) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static String check(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(sum.getValue());
    }
}
