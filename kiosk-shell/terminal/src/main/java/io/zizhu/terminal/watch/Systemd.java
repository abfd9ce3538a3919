package io.zizhu.terminal.watch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells systemd how we are: datagrams to {@code NOTIFY_SOCKET}, as sd_notify(3) says, which java.nio cannot send. Any
 * thread; never blocks; a lost word is no error.
 */
public final class Systemd {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    private static final int PATH_BYTES = 108;

    private final MethodHandle sendto;
    private final int socket;
    private final byte[] address;
    private final Duration watchdog;

    @SuppressWarnings("restricted") // the one room with native access
    private Systemd(String path, Duration watchdog) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().find("socket").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        this.sendto = linker.downcallHandle(
                linker.defaultLookup().find("sendto").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
        this.socket = (int) open.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        this.address = address(path);
        this.watchdog = watchdog;
    }

    /** Where systemd started us with {@code Type=notify}; empty everywhere else. */
    public static Optional<Systemd> from(Map<String, String> environment) {
        String path = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (path.isEmpty() || path.getBytes(StandardCharsets.UTF_8).length >= PATH_BYTES) {
            return Optional.empty();
        }
        String micros = environment.getOrDefault("WATCHDOG_USEC", "0");
        Duration watchdog =
                micros.matches("\\d{1,18}") ? Duration.ofNanos(Long.parseLong(micros) * 1000) : Duration.ZERO;
        try {
            return Optional.of(new Systemd(path, watchdog));
        } catch (Throwable noNativeAccess) {
            throw new IllegalStateException("sd_notify needs --enable-native-access", noNativeAccess);
        }
    }

    /** A path, or an abstract name that is written with {@code @} and sent with a zero byte. */
    private static byte[] address(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        byte[] address = new byte[2 + name.length];
        address[0] = AF_UNIX;
        System.arraycopy(name, 0, address, 2, name.length);
        if (name[0] == '@') {
            address[2] = 0;
        }
        return address;
    }

    /** How long systemd waits for a sign of life; zero where it does not watch. */
    public Duration watchdog() {
        return watchdog;
    }

    /** @param word such as {@code READY=1}; @return whether systemd's socket took it */
    public boolean say(String word) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
            long sent =
                    (long) sendto.invokeExact(socket, text, (long) bytes.length, DONTWAIT_NOSIGNAL, to, address.length);
            return sent == bytes.length;
        } catch (Throwable impossible) {
            throw new IllegalStateException("sendto cannot be called", impossible);
        }
    }
}
