package io.zizhu.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.passport.Mrz;
import io.zizhu.passport.MrzReading.Field;
import io.zizhu.passport.MrzReading.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The specimens of ICAO Doc 9303 (parts 4, 5 and 6), and what is left of them when characters are misread. */
class MrzParserTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String ALPHABET = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String TD3 = """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10
            """;
    private static final String TD2 = """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6
            """;
    private static final String TD1 = """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<
            """;
    private static final String TD1_LONG_NUMBER = """
            I<UTOD23145890<7349<<<<<<<<<<<
            3407127M9507122UTO<<<<<<<<<<<2
            STEVENSON<<PETER<JOHN<<<<<<<<<
            """;

    private final MrzParser parser = new MrzParser(TODAY);

    @Test
    void the_passport_of_the_specimen_is_read_field_by_field() {
        assertEquals(
                new Mrz(
                        Mrz.Form.TD3,
                        "P",
                        "UTO",
                        "L898902C3",
                        "UTO",
                        "ERIKSSON",
                        "ANNA MARIA",
                        Optional.of(LocalDate.of(1974, 8, 12)),
                        Mrz.Sex.FEMALE,
                        LocalDate.of(2012, 4, 15),
                        "ZE184226B"),
                read(TD3));
    }

    @Test
    void the_smaller_cards_of_the_specimen_are_read_too() {
        for (String text : List.of(TD2, TD1)) {
            Mrz mrz = read(text);
            assertEquals("D23145890", mrz.number());
            assertEquals("ERIKSSON", mrz.surname());
            assertEquals("ANNA MARIA", mrz.given());
            assertEquals(Optional.of(LocalDate.of(1974, 8, 12)), mrz.birth());
            assertEquals(LocalDate.of(2012, 4, 15), mrz.expiry());
            assertEquals("", mrz.optional());
        }
        assertEquals(Mrz.Form.TD2, read(TD2).form());
        assertEquals(Mrz.Form.TD1, read(TD1).form());
    }

    @Test
    void a_number_that_runs_on_into_the_optional_data_is_joined() {
        Mrz mrz = read(TD1_LONG_NUMBER);
        assertEquals("D23145890734", mrz.number());
        assertEquals("", mrz.optional());
        assertEquals(Mrz.Sex.MALE, mrz.sex());
    }

    @Test
    void a_birth_is_never_in_the_future() {
        assertEquals(1934, read(TD1_LONG_NUMBER).birth().orElseThrow().getYear());
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 21)),
                read(passport("261121", "300101")).birth());
        assertEquals(
                Optional.of(LocalDate.of(1926, 11, 22)),
                read(passport("261122", "300101")).birth());
        assertEquals(
                LocalDate.of(2030, 1, 1), read(passport("261122", "300101")).expiry());
    }

    @Test
    void a_birth_of_which_the_day_is_not_known_is_no_reason_to_refuse() {
        assertEquals(Optional.empty(), read(passport("7408<<", "300101")).birth());
    }

    @Test
    void a_day_that_no_calendar_holds_is_named() {
        assertEquals(new MrzReading.Wrong(Field.BIRTH, Why.DATE), parser.parse(passport("740231", "300101")));
        assertEquals(new MrzReading.Wrong(Field.EXPIRY, Why.DATE), parser.parse(passport("740812", "301301")));
    }

    @Test
    void each_field_with_a_digit_is_named_when_one_character_is_misread() {
        assertEquals(new MrzReading.Wrong(Field.NUMBER, Why.CHECK_DIGIT), parser.parse(swap(TD3, 44, 'I')));
        assertEquals(new MrzReading.Wrong(Field.BIRTH, Why.CHECK_DIGIT), parser.parse(swap(TD3, 58, '9')));
        assertEquals(new MrzReading.Wrong(Field.EXPIRY, Why.CHECK_DIGIT), parser.parse(swap(TD3, 66, '1')));
        assertEquals(new MrzReading.Wrong(Field.OPTIONAL, Why.CHECK_DIGIT), parser.parse(swap(TD3, 73, 'F')));
        assertEquals(new MrzReading.Wrong(Field.WHOLE, Why.CHECK_DIGIT), parser.parse(swap(TD3, 87, '1')));
        assertEquals(new MrzReading.Wrong(Field.SEX, Why.CHARACTER), parser.parse(swap(TD3, 64, 'Q')));
        assertEquals(new MrzReading.Wrong(Field.NAMES, Why.CHARACTER), parser.parse(swap(TD3, 6, '0')));
    }

    /** The weights 7, 3 and 1 have no factor with 10, so one character of another value modulo 10 always shows. */
    @Test
    void no_single_misread_character_under_a_digit_passes() {
        for (String text : List.of(TD3, TD2, TD1, TD1_LONG_NUMBER)) {
            String zone = text.replaceAll("\\s", "");
            for (int place : covered(zone.length())) {
                for (char other : ALPHABET.toCharArray()) {
                    if ((CheckDigit.value(other) - CheckDigit.value(zone.charAt(place))) % 10 != 0) {
                        assertInstanceOf(
                                MrzReading.Wrong.class,
                                parser.parse(swap(zone, place, other)),
                                () -> "place " + place + " as " + other);
                    }
                }
            }
        }
    }

    @Test
    void ten_thousand_torn_zones_end_in_an_outcome_and_tell_nothing() {
        Random random = new Random(9303);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            List<String> all = List.of(TD3, TD2, TD1, TD1_LONG_NUMBER);
            StringBuilder zone = new StringBuilder(all.get(random.nextInt(4)).replaceAll("\\s", ""));
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                zone.setCharAt(random.nextInt(zone.length()), (char) (random.nextInt(96) + 32));
            }
            MrzReading reading = parser.parse(zone.toString());
            read += reading instanceof MrzReading.Read ? 1 : 0;
            assertFalse(reading.toString().contains("ERIKSSON"));
            assertFalse(reading.toString().contains("D23145890"));
        }
        int seen = read;
        assertTrue(seen < 2_000, () -> "of 10 000 torn zones " + seen + " were read");
    }

    @Test
    void other_lengths_and_letters_are_refused() {
        assertEquals(new MrzReading.Wrong(Field.WHOLE, Why.LENGTH), parser.parse(""));
        assertEquals(new MrzReading.Wrong(Field.WHOLE, Why.LENGTH), parser.parse(TD3 + "<"));
        assertEquals(new MrzReading.Wrong(Field.WHOLE, Why.CHARACTER), parser.parse(swap(TD3, 8, 'é')));
        assertEquals(new MrzReading.Wrong(Field.NAMES, Why.EMPTY), parser.parse(swap(TD3, 5, '<')));
    }

    @Test
    void a_filler_instead_of_a_digit_behind_empty_optional_data_is_allowed_on_a_passport() {
        String line = "L898902C36UTO7408122F1204159" + "<".repeat(15);
        String covered = line.substring(0, 10) + line.substring(13, 20) + line.substring(21);
        assertEquals(
                "",
                read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + line + CheckDigit.of(covered))
                        .optional());
    }

    @Test
    void the_zone_is_withheld_from_logs() {
        assertEquals("Read[mrz=[withheld]]", parser.parse(TD3).toString());
        assertNotEquals("", read(TD3).number());
    }

    private Mrz read(String text) {
        return assertInstanceOf(MrzReading.Read.class, parser.parse(text)).mrz();
    }

    /** A passport with other dates and digits that agree. */
    private static String passport(String birth, String expiry) {
        String line = "L898902C36UTO" + birth + CheckDigit.of(birth) + "F" + expiry + CheckDigit.of(expiry)
                + "ZE184226B<<<<<1";
        String covered = line.substring(0, 10) + line.substring(13, 20) + line.substring(21);
        return "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + line + CheckDigit.of(covered);
    }

    private static String swap(String text, int place, char other) {
        StringBuilder zone = new StringBuilder(text.replaceAll("\\s", ""));
        zone.setCharAt(place, other);
        return zone.toString();
    }

    private static List<Integer> covered(int length) {
        Layout layout = Layout.ALL.stream()
                .filter(each -> each.length() == length)
                .findFirst()
                .orElseThrow();
        List<Integer> places = new ArrayList<>(List.of(layout.compositeDigit()));
        for (Layout.Span span : layout.composite()) {
            for (int place = span.from(); place < span.to(); place++) {
                places.add(place);
            }
        }
        return places;
    }
}
