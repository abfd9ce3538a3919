package io.zizhu.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.device.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void every_driver_is_found_under_an_id_of_its_own() {
        List<String> ids = ServiceLoader.load(Driver.class).stream()
                .map(provider -> provider.get().id())
                .toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        for (String id : List.of("sam-serial", "escpos-serial", "escpos-tcp")) {
            assertEquals(1, ids.stream().filter(id::equals).count(), id);
        }
    }

    @Test
    void the_services_file_is_sorted_so_that_two_people_can_add_a_line() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/META-INF/services/io.zizhu.device.Driver"));
        assertEquals(lines.stream().sorted().distinct().toList(), lines);
    }
}
