package io.zizhu.stories;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a dump of a Java heap as far as it takes to find a word in it and to say who holds it: bytes and characters of
 * every array, and the way up to a root. {@code jcmd GC.heap_dump} collects first, so what is found is reachable.
 */
final class HeapDump {
    private static final int DEEPEST = 40;
    private static final int FEW = 8;
    private static final int BYTES = 8;
    private static final int CHARS = 5;

    private final ByteBuffer file;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> classes = new HashMap<>();
    private final Map<Long, String> frames = new HashMap<>();
    private final Map<Integer, List<String>> stacks = new HashMap<>();

    private HeapDump(ByteBuffer file) {
        this.file = file;
    }

    static HeapDump read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new HeapDump(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** What stands in a heap. */
    private interface Sight {
        void root(String kind, long id);

        /** @param type 0 where it is an object that refers to others, else the element type of an array */
        void object(long id, String name, int type, ByteBuffer content);
    }

    /** Every array that holds a word, by its number, and what it holds. */
    Map<Long, String> found(Canary canary) {
        var found = new LinkedHashMap<Long, String>();
        walk(new Sight() {
            @Override
            public void root(String kind, long id) {}

            @Override
            public void object(long id, String name, int type, ByteBuffer content) {
                if (type == BYTES || type == CHARS) {
                    byte[] bytes = new byte[content.remaining()];
                    content.get(bytes);
                    canary.in(bytes).ifPresent(what -> found.put(id, what + " in " + name));
                }
            }
        });
        return found;
    }

    /** The same for people: the first few, each with the classes on its way to a root. */
    List<String> holders(Canary canary) {
        return found(canary).entrySet().stream()
                .limit(FEW)
                .map(each -> each.getValue() + way(each.getKey()))
                .toList();
    }

    /** One shortest way up, from holder to holder. */
    private String way(long id) {
        var from = new HashMap<Long, Long>();
        var label = new HashMap<Long, String>();
        Set<Long> level = Set.of(id);
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            Optional<String> root = root(level, from, label);
            if (root.isPresent()) {
                return root.get();
            }
            level = holders(level, from, label);
        }
        return " <- held from further away than " + DEEPEST;
    }

    private Optional<String> root(Set<Long> level, Map<Long, Long> from, Map<Long, String> label) {
        var way = new ArrayList<String>();
        walk(new Sight() {
            @Override
            public void root(String kind, long id) {
                if (way.isEmpty() && level.contains(id)) {
                    way.add(spelled(id, from, label) + " <- " + kind);
                }
            }

            @Override
            public void object(long id, String name, int type, ByteBuffer content) {}
        });
        return way.stream().findFirst();
    }

    private static String spelled(long top, Map<Long, Long> from, Map<Long, String> label) {
        String way = "";
        for (Long at = top; at != null && label.containsKey(at); at = from.get(at)) {
            way = " <- " + label.get(at) + way;
        }
        return way;
    }

    private Set<Long> holders(Set<Long> held, Map<Long, Long> from, Map<Long, String> label) {
        var next = new HashSet<Long>();
        long lowest = Collections.min(held);
        long highest = Collections.max(held);
        walk(new Sight() {
            @Override
            public void root(String kind, long id) {}

            @Override
            public void object(long id, String name, int type, ByteBuffer content) {
                if (type == 0 && !label.containsKey(id) && !held.contains(id)) {
                    for (int i = content.position(); i + 8 <= content.limit(); i++) {
                        long seen = content.getLong(i);
                        if (seen >= lowest && seen <= highest && held.contains(seen)) {
                            from.put(id, seen);
                            label.put(id, name);
                            next.add(id);
                            return;
                        }
                    }
                }
            }
        });
        return next;
    }

    private void walk(Sight sight) {
        ByteBuffer in = file.duplicate();
        while (in.get() != 0) {
            // the name of the format
        }
        if (in.getInt() != 8) {
            throw new IllegalStateException("not a dump of a 64-bit machine");
        }
        in.getLong();
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            in.getInt();
            int length = in.getInt();
            ByteBuffer body = in.slice(in.position(), length == 0 && tag == 0x0c ? in.remaining() : length);
            switch (tag) {
                case 0x01 -> {
                    long id = body.getLong();
                    byte[] name = new byte[body.remaining()];
                    body.get(name);
                    names.put(id, new String(name, java.nio.charset.StandardCharsets.UTF_8));
                }
                case 0x02 -> {
                    body.getInt();
                    long id = body.getLong();
                    body.getInt();
                    classes.put(id, names.getOrDefault(body.getLong(), "?").replace('/', '.'));
                }
                case 0x04 -> frames.put(body.getLong(), names.getOrDefault(body.getLong(), "?"));
                case 0x05 -> stack(body);
                case 0x0c, 0x1c -> heap(body, sight);
                default -> {}
            }
            in.position(in.position() + body.capacity());
        }
    }

    private void heap(ByteBuffer in, Sight sight) {
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            switch (tag) {
                case 0xff -> root(in, "root", 0, sight);
                case 0x01 -> root(in, "native handle", 8, sight);
                case 0x02 -> root(in, "native frame", 8, sight);
                case 0x03 -> frame(in, sight);
                case 0x04 -> root(in, "native stack", 4, sight);
                case 0x05 -> root(in, "class", 0, sight);
                case 0x06 -> root(in, "thread block", 4, sight);
                case 0x07 -> root(in, "monitor", 0, sight);
                case 0x08 -> root(in, "thread", 8, sight);
                case 0x20 -> type(in, sight);
                case 0x21 -> instance(in, sight);
                case 0x22 -> array(in, sight);
                case 0x23 -> primitives(in, sight);
                default -> throw new IllegalStateException("unknown part of the dump: " + tag);
            }
        }
    }

    private static void root(ByteBuffer in, String kind, int more, Sight sight) {
        long id = in.getLong();
        in.position(in.position() + more);
        sight.root(kind, id);
    }

    private void stack(ByteBuffer in) {
        in.getInt();
        int thread = in.getInt();
        var methods = new ArrayList<String>();
        for (int i = in.getInt(); i > 0; i--) {
            methods.add(frames.getOrDefault(in.getLong(), "?"));
        }
        stacks.put(thread, methods);
    }

    private void frame(ByteBuffer in, Sight sight) {
        long id = in.getLong();
        List<String> methods = stacks.getOrDefault(in.getInt(), List.of());
        int depth = in.getInt();
        sight.root("a thread in " + methods.subList(Math.clamp(depth, 0, methods.size()), methods.size()), id);
    }

    private void type(ByteBuffer in, Sight sight) {
        long id = in.getLong();
        in.position(in.position() + 4 + 6 * 8 + 4);
        for (int i = in.getShort() & 0xffff; i > 0; i--) {
            in.getShort();
            int size = size(in.get());
            in.position(in.position() + size);
        }
        int from = in.position() + 2;
        for (int i = in.getShort() & 0xffff; i > 0; i--) {
            in.getLong();
            int size = size(in.get());
            in.position(in.position() + size);
        }
        int to = in.position();
        in.position(to + 2 + (in.getShort(to) & 0xffff) * 9);
        sight.object(id, "static of " + classes.getOrDefault(id, "?"), 0, part(in, from, to));
    }

    private void instance(ByteBuffer in, Sight sight) {
        long id = in.getLong();
        in.getInt();
        String name = classes.getOrDefault(in.getLong(), "?");
        int from = in.position() + 4;
        int to = from + in.getInt();
        in.position(to);
        sight.object(id, name, 0, part(in, from, to));
    }

    private void array(ByteBuffer in, Sight sight) {
        long id = in.getLong();
        in.getInt();
        int count = in.getInt();
        String name = classes.getOrDefault(in.getLong(), "?");
        int from = in.position();
        in.position(from + 8 * count);
        sight.object(id, name, 0, part(in, from, in.position()));
    }

    private static void primitives(ByteBuffer in, Sight sight) {
        long id = in.getLong();
        in.getInt();
        int count = in.getInt();
        int type = in.get();
        int from = in.position();
        in.position(from + count * size((byte) type));
        sight.object(id, type == CHARS ? "char[]" : "byte[]", type, part(in, from, in.position()));
    }

    private static ByteBuffer part(ByteBuffer in, int from, int to) {
        return in.duplicate().position(from).limit(to);
    }

    private static int size(byte type) {
        return switch (type) {
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 2, 7, 11 -> 8;
            default -> throw new IllegalStateException("unknown type in the dump: " + type);
        };
    }
}
