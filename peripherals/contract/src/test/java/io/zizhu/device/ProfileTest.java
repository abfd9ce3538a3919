package io.zizhu.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting is found before anything is opened, and its place is named. */
class ProfileTest {
    private static final Profile READER = new Profile(
            "SAM_V",
            List.of(
                    Setting.text("port"),
                    Setting.oneOf("baud", "115200", List.of("9600", "115200")),
                    Setting.number("poll-ms", 300, 20, 5000),
                    Setting.like("uri", "ipp://.+", "ipp://host/path").orNothing()),
            Set.of(),
            "here");

    @Test
    void what_can_be_has_no_objection() {
        assertEquals(Optional.empty(), objection(Map.of("port", "/dev/ttyS0")));
        assertEquals(
                Optional.empty(),
                objection(Map.of("port", "/dev/ttyS0", "baud", "9600", "poll-ms", "20", "uri", "ipp://a")));
    }

    @Test
    void a_missing_port_is_named() {
        assertEquals(Optional.of("devices/id-reader/port: missing, sam-serial needs it"), objection(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "baud|115201|\"115201\" is none of [9600, 115200]",
                "poll-ms|19|\"19\" is no whole number from 20 to 5000",
                "poll-ms|99999999999|\"99999999999\" is no whole number from 20 to 5000",
                "uri|http://a|\"http://a\" is not like ipp://host/path",
                "buad|9600|no setting of sam-serial, which knows [baud, poll-ms, port, uri]",
            })
    void a_wrong_value_is_refused_with_field_and_value(String key, String value, String why) {
        assertEquals(
                Optional.of("devices/id-reader/" + key + ": " + why),
                objection(Map.of("port", "/dev/ttyS0", key, value)));
    }

    private static Optional<String> objection(Map<String, String> settings) {
        return new Binding(new DeviceId("id-reader"), "sam-serial", settings).objection(READER);
    }
}
