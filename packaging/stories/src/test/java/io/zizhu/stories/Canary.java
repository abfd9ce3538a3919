package io.zizhu.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that must be nowhere, in every form that this house, its wires, or its libraries could have given them. */
final class Canary {
    private static final int PART = 48;

    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    /** By their first two bytes, which few places have: most bytes are looked at once. */
    private final Map<Integer, List<Map.Entry<String, byte[]>>> byBeginning;

    private final boolean[] begins = new boolean[1 << 16];

    /**
     * @param words by what they are, such as {@code number}
     * @param pictures by what they are; some bytes from the middle of each
     */
    Canary(Map<String, String> words, Map<String, byte[]> pictures) {
        words.forEach(this::add);
        pictures.forEach(
                (what, bytes) -> forms.put(what, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length / 2 + PART)));
        byBeginning = forms.entrySet().stream().collect(Collectors.groupingBy(form -> beginning(form.getValue(), 0)));
        byBeginning.keySet().forEach(beginning -> begins[beginning] = true);
    }

    private static int beginning(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private void add(String what, String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = word.getBytes(StandardCharsets.UTF_16LE);
        forms.put(what + " as UTF-8", utf8);
        forms.put(what + " as UTF-16LE", utf16);
        forms.put(what + " as UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        forms.put(what + " as GB18030", word.getBytes(Charset.forName("GB18030")));
        forms.put(what + " as hex", ascii(HexFormat.of().formatHex(utf8)));
        forms.put(what + " as HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        forms.put(what + " in an address", ascii(URLEncoder.encode(word, StandardCharsets.UTF_8)));
        forms.put(what + " as JSON escapes", ascii(escaped(word)));
        for (int shift = 0; shift < 3; shift++) {
            forms.put(what + " as base64 at " + shift, base64(utf8, shift));
            forms.put(what + " as base64 of UTF-16LE at " + shift, base64(utf16, shift));
        }
        if (word.matches("(\\d\\d)+")) {
            forms.put(what + " as BCD", HexFormat.of().parseHex(word));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String word) {
        var text = new StringBuilder();
        for (char unit : word.toCharArray()) {
            text.append(unit < 128 ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
        }
        return text.toString();
    }

    /** The part of the base64 text that is the same whatever stands before and after the word. */
    private static byte[] base64(byte[] word, int shift) {
        byte[] moved = new byte[shift + word.length];
        System.arraycopy(word, 0, moved, shift, word.length);
        byte[] text = Base64.getEncoder().encode(moved);
        int from = (shift * 8 + 5) / 6;
        int to = moved.length * 8 / 6;
        return Arrays.copyOfRange(text, from, to);
    }

    /** Says which word the bytes hold, and in which form. */
    Optional<String> in(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            int beginning = beginning(bytes, i);
            if (begins[beginning]) {
                for (Map.Entry<String, byte[]> form : byBeginning.get(beginning)) {
                    byte[] word = form.getValue();
                    int end = i + word.length;
                    if (end <= bytes.length && Arrays.equals(bytes, i, end, word, 0, word.length)) {
                        return Optional.of(form.getKey());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Every file under the folder that holds the word, as {@code path: number as UTF-8}; a name counts as content. */
    List<String> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.flatMap(file -> in(file).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> in(Path file) {
        Optional<String> named = in(file.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Optional<String> form = named.isEmpty() && Files.isRegularFile(file) ? in(Files.readAllBytes(file)) : named;
            return form.map(it -> file + ": " + it);
        } catch (NoSuchFileException gone) {
            return Optional.empty(); // a living browser tidies up while we look
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
