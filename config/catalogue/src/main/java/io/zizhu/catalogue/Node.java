package io.zizhu.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place in a parsed file, which knows its own name for complaints. */
record Node(String file, String path, @Nullable Object value) {
    BadItem bad(String what) {
        return new BadItem(file, path, what);
    }

    private Node inside(String key, @Nullable Object child) {
        return new Node(file, path.isEmpty() ? key : path + "." + key, child);
    }

    Map<?, ?> map(Set<String> known) throws BadItem {
        if (!(value instanceof Map<?, ?> map)) {
            throw bad("should be a group of fields");
        }
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw inside(String.valueOf(key), null)
                        .bad("no such field here; known are "
                                + known.stream().sorted().toList());
            }
        }
        return map;
    }

    Node field(String key) throws BadItem {
        if (value instanceof Map<?, ?> map && map.get(key) != null) {
            return inside(key, map.get(key));
        }
        throw inside(key, null).bad("is missing");
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    List<Node> list() throws BadItem {
        if (!(value instanceof List<?> list)) {
            throw bad("should be a list");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            nodes.add(new Node(file, path + "[" + i + "]", list.get(i)));
        }
        return nodes;
    }

    String text() throws BadItem {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw bad("should be text");
    }

    String text(String pattern, String meaning) throws BadItem {
        String text = text();
        if (!text.matches(pattern)) {
            throw bad("\"" + text + "\" should be " + meaning);
        }
        return text;
    }

    int number(int least, int most) throws BadItem {
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw bad(value + " should be a whole number from " + least + " to " + most);
    }

    Words words() throws BadItem {
        map(Set.of("zh", "en"));
        return new Words(field("zh").text(), field("en").text());
    }

    List<Words> manyWords() throws BadItem {
        List<Words> words = new ArrayList<>();
        for (Node node : list()) {
            words.add(node.words());
        }
        return words;
    }
}
