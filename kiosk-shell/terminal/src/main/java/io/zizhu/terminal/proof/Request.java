package io.zizhu.terminal.proof;

import io.zizhu.wire.seal.SealKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be proved: {@code FILE [--key PUB.pem]… [--from SEQ] [--to SEQ]}.
 *
 * @param keys whose signed heads count; a terminal whose key was replaced has several
 * @param from first row, the file's first where not said
 * @param to last row, the file's last where not said
 */
record Request(Path file, List<SealKey> keys, Optional<Long> from, Optional<Long> to) {
    static final String USAGE = "usage: verify-journal FILE [--key PUB.pem]... [--from SEQ] [--to SEQ]";

    /** In words for who typed it. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    static Request parse(List<String> words) throws Wrong {
        List<Path> files = new ArrayList<>();
        List<SealKey> keys = new ArrayList<>();
        Optional<Long> from = Optional.empty();
        Optional<Long> to = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--key" -> keys.add(key(value(words, ++i)));
                case "--from" -> from = Optional.of(row(words, ++i));
                case "--to" -> to = Optional.of(row(words, ++i));
                case String word when word.startsWith("--") -> throw new Wrong("unknown option " + word);
                case String word -> files.add(Path.of(word));
            }
        }
        if (files.size() != 1) {
            throw new Wrong(files.isEmpty() ? "FILE is missing" : "one FILE only, not " + files);
        }
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            throw new Wrong("--from " + from.get() + " comes after --to " + to.get());
        }
        return new Request(files.getFirst(), List.copyOf(keys), from, to);
    }

    private static String value(List<String> words, int at) throws Wrong {
        if (at >= words.size()) {
            throw new Wrong(words.get(at - 1) + " needs a value");
        }
        return words.get(at);
    }

    private static long row(List<String> words, int at) throws Wrong {
        String word = value(words, at);
        if (!word.matches("[1-9][0-9]{0,15}")) {
            throw new Wrong(words.get(at - 1) + " " + word + " is no row number (1, 2, 3...)");
        }
        return Long.parseLong(word);
    }

    private static SealKey key(String file) throws Wrong {
        try {
            return Pem.key(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new Wrong("--key " + file + ": " + e.getMessage());
        }
    }
}
