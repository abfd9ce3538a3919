package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page that technicians read says what the drivers say; {@code packaging/devices-page} mends it. */
class DevicesPageTest {
    @Test
    void the_page_of_devices_is_as_the_drivers_tell() throws IOException {
        String page = Files.readString(DevicesPage.PAGE);
        assertEquals(DevicesPage.written(page), page, "docs/devices.md is old: run packaging/devices-page");
    }
}
