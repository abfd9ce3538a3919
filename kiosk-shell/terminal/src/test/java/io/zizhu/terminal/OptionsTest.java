package io.zizhu.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static Options parse(String more) throws CannotStart {
        return Options.parse(Stream.concat(Stream.of("--data", "d", "--factory", "f"), Stream.of(more.split(" ")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
    }

    @Test
    void a_bench_that_cuts_is_heard_in_training() throws CannotStart {
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:8082/")),
                parse("--training --cuts http://127.0.0.1:8082/").cuts());
        assertEquals(Optional.empty(), parse("--training").cuts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cuts http://127.0.0.1:8082/",
                "--training --cuts http://10.0.0.7:8082/",
                "--training --cuts https://127.0.0.1:8082/",
                "--training --cuts http://127.0.0.1:8082/elsewhere"
            })
    void nothing_else_may_end_a_terminal(String more) {
        CannotStart refused = assertThrows(CannotStart.class, () -> parse(more));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("--cuts "), refused.getMessage());
    }
}
