package io.zizhu.tck;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Bad bytes for a parser. Whatever comes, it must come back, throw nothing but what it documents (the target catches
 * that), and take no more memory than its bound. {@link #shortly} is quick and blind: whole frames of the protocol, bent;
 * {@link #guided} is long and follows the coverage (Jazzer, Apache-2.0, found on the class path, in a JVM of its own).
 */
public final class Fuzz {
    /** What a frame may cost: buffers and texts of a parser, with room. */
    private static final long ALLOCATED_AT_MOST = 4_000_000;

    private static final Duration FRAME_AT_MOST = Duration.ofSeconds(2);

    private Fuzz() {}

    /** Feeds one input to the parser; returns on any bytes, throws where the parser broke its promise. */
    @FunctionalInterface
    public interface Target {
        void feed(byte[] bytes);
    }

    /**
     * Bends the seeds: cuts, doubles, joins, flips, and pure noise, the same at every run.
     *
     * @param seeds whole frames, so that the noise reaches what is behind the head
     * @param times how many inputs
     */
    public static void shortly(Target target, List<byte[]> seeds, int times) {
        Random random = new Random(25);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times; i++) {
            byte[] input = bent(seeds, random);
            long memory = threads.getCurrentThreadAllocatedBytes();
            long began = System.nanoTime();
            try {
                target.feed(input);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("input " + i + " of " + hex(input), broken);
            }
            long took = System.nanoTime() - began;
            long used = threads.getCurrentThreadAllocatedBytes() - memory;
            if (took > FRAME_AT_MOST.toNanos() || used > ALLOCATED_AT_MOST) {
                throw new AssertionError(
                        "input " + i + " took " + took / 1_000_000 + " ms and " + used + " bytes: " + hex(input));
            }
        }
    }

    private static byte[] bent(List<byte[]> seeds, Random random) {
        if (seeds.isEmpty() || random.nextInt(8) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int turns = random.nextInt(4); turns >= 0; turns--) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 1 -> joined(bytes, seeds.get(random.nextInt(seeds.size())));
                case 2 -> joined(Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length), bytes);
                default -> flipped(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int flips = bytes.length == 0 ? 0 : 1 + random.nextInt(3); flips > 0; flips--) {
            int[] telling = {0, 1, 0x7F, 0x80, 0xFF, random.nextInt(256)};
            flipped[random.nextInt(bytes.length)] = (byte) telling[random.nextInt(telling.length)];
        }
        return flipped;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /**
     * Lets Jazzer look for an input that breaks the target; it starts with the seeds and follows the coverage.
     *
     * @param target a public class with {@code public static void fuzzerTestOneInput(byte[])}
     * @param runs how many inputs
     * @param atMost how long that may take on a slow machine
     */
    public static void guided(Class<?> target, List<byte[]> seeds, long runs, Duration atMost)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("zizhu-fuzz-" + target.getSimpleName());
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.zizhu.**",
                        "--disabled_hooks=**",
                        "-runs=" + runs,
                        "-max_len=" + longest(seeds),
                        "-timeout=5",
                        "-rss_limit_mb=2048",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(runs + " inputs took more than " + atMost + "; see " + log);
        }
        String said = Files.readString(log);
        if (process.exitValue() != 0 || !said.contains("Done " + runs + " runs")) {
            throw new AssertionError("found in " + target.getName() + ", see " + folder + ":\n"
                    + said.substring(Math.max(0, said.length() - 4000)));
        }
        delete(folder);
    }

    /** What was found stays for a look; a run that found nothing leaves nothing. */
    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
    }

    /** Room for some frames behind each other; more would only spend the inputs on length. */
    private static int longest(List<byte[]> seeds) {
        int frame = seeds.stream().mapToInt(seed -> seed.length).max().orElse(0);
        return Math.clamp(4L * frame, 128, 4096);
    }

    private static String hex(byte[] input) {
        return input.length + " bytes " + HexFormat.of().formatHex(input, 0, Math.min(input.length, 600));
    }
}
