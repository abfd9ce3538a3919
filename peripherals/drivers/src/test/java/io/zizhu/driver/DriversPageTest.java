package io.zizhu.driver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/drivers.md shows is what the build compiles and runs. */
class DriversPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"PlainDriver", "PlainUps", "PlainKitTest"})
    void the_page_shows_the_example_as_it_is_compiled(String type) throws IOException {
        String page = Files.readString(Path.of("../../docs/drivers.md"));
        String source = Files.readString(Path.of("src/test/java/com/example/plain/" + type + ".java"));
        assertTrue(
                page.contains("```java\n" + source + "```\n"), type + ".java is not in docs/drivers.md as it stands");
    }
}
