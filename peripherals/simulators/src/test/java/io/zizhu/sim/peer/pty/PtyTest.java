package io.zizhu.sim.peer.pty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.Speaker;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PtyTest {
    private static final Speaker ECHO = (in, out) -> {
        byte[] chunk = new byte[1024];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            out.write(chunk, 0, length);
            out.flush();
        }
    };

    @TempDir
    Path folder;

    @BeforeEach
    void socat_is_installed() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "socat")));
        Assumptions.assumeTrue(there, "socat is not installed");
    }

    @Test
    void every_byte_goes_both_ways_unchanged_and_the_line_survives_closing() throws Exception {
        try (Pty pty = new Pty(folder.resolve("port"))) {
            pty.replug(ECHO);
            for (int round = 0; round < 3; round++) {
                assertArrayEquals(allBytes(), echoed(pty.link()));
            }
        }
    }

    @Test
    void unplugging_ends_the_line_and_replugging_brings_it_back_under_the_same_name() throws Exception {
        try (Pty pty = new Pty(folder.resolve("port"))) {
            pty.replug(ECHO);
            try (RandomAccessFile port = new RandomAccessFile(pty.link().toFile(), "rw")) {
                pty.unplug();
                assertFalse(Files.exists(pty.link(), LinkOption.NOFOLLOW_LINKS));
                assertTrue(ended(port), "the driver's end still lives");
            }
            assertThrows(Refused.class, pty::unplug);
            pty.replug(ECHO);
            assertThrows(Refused.class, () -> pty.replug(ECHO));
            assertArrayEquals(allBytes(), echoed(pty.link()));
        }
        assertFalse(Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void a_line_that_dies_by_itself_comes_back() throws Exception {
        try (Pty pty = new Pty(folder.resolve("port"))) {
            pty.replug(ECHO);
            Path before = Files.readSymbolicLink(pty.link());
            try (RandomAccessFile holdsTheNumber =
                    new RandomAccessFile(pty.link().toFile(), "rw")) {
                ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").contains("socat"))
                        .forEach(ProcessHandle::destroyForcibly);
                while (!Files.exists(pty.link())
                        || Files.readSymbolicLink(pty.link()).equals(before)) {
                    LockSupport.parkNanos(5_000_000L);
                }
                assertTrue(ended(holdsTheNumber));
            }
            assertTrue(pty.plugged());
            assertArrayEquals(allBytes(), echoed(pty.link()));
        }
    }

    private static boolean ended(RandomAccessFile port) {
        try {
            return port.read() == -1;
        } catch (IOException gone) {
            return true;
        }
    }

    private static byte[] echoed(Path link) throws IOException {
        try (RandomAccessFile port = new RandomAccessFile(link.toFile(), "rw")) {
            port.write(allBytes());
            byte[] back = new byte[256];
            port.readFully(back);
            assertEquals(256, back.length);
            return back;
        }
    }

    private static byte[] allBytes() {
        byte[] all = new byte[256];
        for (int at = 0; at < all.length; at++) {
            all[at] = (byte) at;
        }
        return all;
    }
}
