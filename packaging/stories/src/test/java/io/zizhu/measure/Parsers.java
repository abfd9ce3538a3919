package io.zizhu.measure;

import io.zizhu.tck.ParserKit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time and allocation of each parser for a frame of its protocol, beside one pass over a copy of the same bytes. The
 * parsers and their frames are those of the parser kits in the test classes of drivers and passport, which packaging/measure
 * puts on the class path.
 */
final class Parsers {
    private static final int WARM = 50_000;
    private static final int TIMES = 200_000;

    private final Path root;
    private long sink;

    Parsers(Path root) {
        this.root = root;
    }

    List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (String room : List.of("drivers", "passport")) {
            Path classes = root.resolve("peripherals/" + room + "/target/test-classes");
            for (String name : tests(classes)) {
                Class<?> test = Class.forName(name);
                if (ParserKit.class.isAssignableFrom(test)) {
                    rows.addAll(measured(test));
                }
            }
        }
        return rows;
    }

    private static List<String> tests(Path classes) throws Exception {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.matches(".*/\\w+(Parser|Fuzz)Test\\.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private List<Row> measured(Class<?> kit) throws Exception {
        MethodHandle parser = MethodHandles.lookup()
                .findStatic(kit, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        List<byte[]> frames = frames(kit);
        double bytes = frames.stream().mapToInt(frame -> frame.length).average().orElseThrow();
        run(parser, frames, WARM);
        bare(frames, WARM);
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = memory.getCurrentThreadAllocatedBytes();
        double mine = run(parser, frames, TIMES);
        double used = (double) (memory.getCurrentThreadAllocatedBytes() - allocated) / TIMES;
        double bare = bare(frames, TIMES);
        String what = kit.getSimpleName().replaceAll("(Parser|Fuzz)?Test$", "") + " ";
        String pass = String.format("one pass over a copy of the %.0f bytes", bytes);
        return List.of(
                new Row(what + "frame, " + Math.round(1e9 / mine) + " a second", mine / 1000, bare / 1000, "µs", pass),
                new Row(what + "allocated a frame", used, bytes + 16, "B", "the copy"));
    }

    @SuppressWarnings("unchecked") // ParserKit.seeds()
    private static List<byte[]> frames(Class<?> kit) throws Exception {
        var constructor = kit.getDeclaredConstructor();
        Method seeds = kit.getDeclaredMethod("seeds");
        seeds.setAccessible(true);
        return (List<byte[]>) seeds.invoke(constructor.newInstance());
    }

    private static double run(MethodHandle parser, List<byte[]> frames, int times) throws Exception {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try {
                parser.invokeExact(frames.get(i % frames.size()));
            } catch (Throwable broken) {
                throw new IllegalStateException("a whole frame is not parsed", broken);
            }
        }
        return (double) (System.nanoTime() - began) / times;
    }

    private double bare(List<byte[]> frames, int times) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            for (byte one : frames.get(i % frames.size()).clone()) {
                sink ^= one;
            }
        }
        return (double) (System.nanoTime() - began) / times;
    }
}
