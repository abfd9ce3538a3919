package io.zizhu.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every parser of a wire must keep: any bytes come to an end, in bounded time and memory, without an uncaught
 * exception. A subclass is public and is itself the fuzzer's target: it has a method {@code public static void
 * fuzzerTestOneInput(byte[])} that feeds the parser, catches what the parser documents, and throws where a promise is
 * broken.
 */
public abstract class ParserKit {
    private static final int SHORT = 20_000;
    private static final long LONG = 10_000_000;

    /** Whole frames of the protocol, as the device sends them. */
    protected abstract List<byte[]> seeds();

    @Test
    void bent_frames_and_noise_come_to_an_end_in_bounded_memory() throws Exception {
        Method target = getClass().getMethod("fuzzerTestOneInput", byte[].class);
        Fuzz.shortly(bytes -> feed(target, bytes), seeds(), SHORT);
    }

    @Test
    @Tag("thorough")
    void ten_million_inputs_that_follow_the_coverage_find_nothing() throws Exception {
        Fuzz.guided(getClass(), seeds(), LONG, Duration.ofMinutes(20));
    }

    private static void feed(Method target, byte[] bytes) {
        try {
            target.invoke(null, (Object) bytes);
        } catch (InvocationTargetException broken) {
            throw new AssertionError(broken.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("the target must be public and static", hidden);
        }
    }
}
