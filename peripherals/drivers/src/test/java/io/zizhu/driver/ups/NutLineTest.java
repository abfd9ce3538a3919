package io.zizhu.driver.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.power.Power;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NutLineTest {
    /** Lines as the NUT developer guide prints them. */
    @Test
    void quoted_words_keep_their_blanks_quotes_and_backslashes() {
        assertEquals(
                List.of("VAR", "su700", "ups.mfr", "APC Smart"),
                NutLine.cut("VAR su700 ups.mfr \"APC Smart\"").orElseThrow().words());
        assertEquals(
                List.of("VAR", "a", "ups.model", "a \"b\" \\ c"),
                NutLine.cut("VAR a ups.model \"a \\\"b\\\" \\\\ c\"")
                        .orElseThrow()
                        .words());
        assertEquals(
                List.of("VAR", "a", "ups.id", ""),
                NutLine.cut("VAR a ups.id \"\"").orElseThrow().words());
        assertEquals(
                Optional.of("DATA-STALE"),
                NutLine.cut("ERR DATA-STALE").orElseThrow().error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAR a b \"open", "VAR a b \"open\\\"", "ends\\"})
    void a_line_that_is_cut_off_is_none(String line) {
        assertEquals(Optional.empty(), NutLine.cut(line));
    }

    @ParameterizedTest
    @CsvSource({
        "OL,OnLine",
        "OL CHRG LB,OnLine",
        "OL BOOST,OnLine",
        "OB,OnBattery",
        "OB DISCHRG,OnBattery",
        "OB LB,Low",
        "LB OB,Low",
        "FSD OL,Low",
        "FSD OB LB,Low",
        "BYPASS,Unknown",
        "WAIT,Unknown"
    })
    void the_words_of_a_status_in_any_order_say_how_the_power_stands(String status, String power) {
        assertEquals(
                power, NutStatus.of(Map.of("ups.status", status)).getClass().getSimpleName());
    }

    @Test
    void a_ups_that_measures_nothing_or_nonsense_is_believed_in_its_status_alone() {
        assertInstanceOf(Power.Unknown.class, NutStatus.of(Map.of()));
        for (String nonsense : List.of("", "-1", "n/a", "1e9", "99999999999", "NaN")) {
            Map<String, String> variables = new HashMap<>(Map.of("ups.status", "OB", "battery.charge", nonsense));
            variables.put("battery.runtime", nonsense);
            Power.OnBattery battery = assertInstanceOf(Power.OnBattery.class, NutStatus.of(variables));
            assertEquals(Power.Reserve.UNTOLD, battery.reserve(), nonsense);
        }
        Power.OnBattery battery = assertInstanceOf(
                Power.OnBattery.class,
                NutStatus.of(Map.of("ups.status", "OB", "battery.charge", "87.5", "battery.runtime", "1420.00")));
        assertEquals(OptionalInt.of(87), battery.reserve().charge());
        assertEquals(Optional.of(Duration.ofSeconds(1420)), battery.reserve().runtime());
    }

    @Test
    void only_a_complaint_is_a_fault() {
        assertTrue(NutStatus.complaint(List.of("OL", "CHRG", "TRIM")).isEmpty());
        assertTrue(
                NutStatus.complaint(List.of("OL", "RB")).orElseThrow().detail().contains("battery"));
    }
}
