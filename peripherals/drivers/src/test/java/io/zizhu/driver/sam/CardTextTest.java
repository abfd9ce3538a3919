package io.zizhu.driver.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.card.IdCard;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CardTextTest {
    @Test
    void a_citizen_card_is_read_in_the_words_of_the_card() throws Exception {
        IdCard card = CardText.parse(citizen(), Optional.empty());
        assertEquals(IdCard.Kind.CITIZEN, card.kind());
        assertEquals("林晓雨", card.name());
        assertEquals(IdCard.Sex.FEMALE, card.sex());
        assertEquals("01", card.nation());
        assertEquals(LocalDate.of(2002, 3, 14), card.birth());
        assertEquals("训练市样本区自助路3号101室", card.address());
        assertEquals("990102200203141027", card.number());
        assertEquals("训练市公安局样本分局", card.authority());
        assertEquals(LocalDate.of(2022, 3, 14), card.validFrom());
        assertEquals(Optional.of(LocalDate.of(2032, 3, 14)), card.validTo());
        assertFalse(card.toString().contains("林"));
    }

    @Test
    void a_card_without_end_and_a_name_beyond_the_basic_plane_are_whole() throws Exception {
        byte[] text = citizen();
        put(text, 204, 16, "长期");
        put(text, 0, 30, "𠮷田美华");
        IdCard card = CardText.parse(text, Optional.empty());
        assertEquals(Optional.empty(), card.validTo());
        assertEquals("𠮷田美华", card.name());
        assertTrue(card.validOn(LocalDate.of(2199, 1, 1)));
    }

    @Test
    void half_a_character_a_wrong_check_and_a_wrong_day_are_garbled_without_telling_the_content() {
        byte[] half = citizen();
        half[2] = 0x42;
        half[3] = (byte) 0xD8;
        garbled(half, "name holds half a character");
        byte[] check = citizen();
        put(check, 122, 36, "990102200203141028");
        garbled(check, "number fails its GB 11643 check");
        byte[] day = citizen();
        put(day, 36, 16, "20020230");
        garbled(day, "birth is no date");
        byte[] nation = citizen();
        put(nation, 32, 4, "57");
        garbled(nation, "nation is not of its form");
        byte[] nobody = citizen();
        put(nobody, 0, 30, "");
        garbled(nobody, "name is empty");
    }

    @Test
    void a_permit_of_hong_kong_macao_or_taiwan_carries_its_travel_permit() throws Exception {
        byte[] text = citizen();
        put(text, 32, 4, "");
        put(text, 122, 36, "810000200203140018");
        put(text, 220, 18, "H99010203");
        put(text, 238, 4, "02");
        put(text, 248, 2, "J");
        IdCard card = CardText.parse(text, Optional.empty());
        assertEquals(IdCard.Kind.HMT_PERMIT, card.kind());
        assertEquals("810000200203140018", card.number());
        assertEquals("", card.nation());
        assertEquals("H99010203", card.more().permit());
        assertEquals("02", card.more().issues());
        put(text, 122, 36, "990102200203141027");
        garbled(text, "number is not of its form");
    }

    @Test
    void a_foreigners_card_of_2017_has_a_long_latin_name_and_a_country() throws Exception {
        byte[] text = blank();
        put(text, 0, 120, "TRAINEE, SAMPLE");
        put(text, 120, 2, "1");
        put(text, 122, 30, "XXA990102000007");
        put(text, 152, 6, "XXA");
        put(text, 158, 30, "样本");
        put(text, 188, 16, "20200101");
        put(text, 204, 16, "20391231");
        put(text, 220, 16, "19990102");
        put(text, 236, 4, "01");
        put(text, 240, 8, "1500");
        put(text, 248, 2, "I");
        IdCard card = CardText.parse(text, Optional.empty());
        assertEquals(IdCard.Kind.FOREIGNER_2017, card.kind());
        assertEquals("TRAINEE, SAMPLE", card.name());
        assertEquals("样本", card.more().chineseName());
        assertEquals("XXA", card.more().nationality());
        assertEquals("01", card.more().version());
        assertEquals("1500", card.authority());
        assertEquals(LocalDate.of(1999, 1, 2), card.birth());
        put(text, 152, 6, "xxa");
        garbled(text, "nationality is not of its form");
    }

    @Test
    void a_foreigners_card_of_2023_has_its_latin_name_in_two_places_and_a_checked_number() throws Exception {
        byte[] text = citizen();
        put(text, 32, 4, "01");
        put(text, 52, 70, "TRAINEE, SAMPLE ALEXANDRA MAXIMILIA");
        put(text, 158, 30, "");
        put(text, 220, 22, "NA");
        put(text, 242, 6, "900");
        put(text, 248, 2, "Y");
        put(text, 250, 6, "F01");
        IdCard card = CardText.parse(text, Optional.empty());
        assertEquals(IdCard.Kind.FOREIGNER_2023, card.kind());
        assertEquals("TRAINEE, SAMPLE ALEXANDRA MAXIMILIANA", card.name());
        assertEquals("林晓雨", card.more().chineseName());
        assertEquals("900", card.more().nationality());
        assertEquals("01", card.more().issues());
        assertEquals("F01", card.more().formerNumber());
        put(text, 122, 36, "990102200203141028");
        garbled(text, "number fails its GB 11643 check");
        put(text, 122, 36, "11010519491231002X");
        garbled(text, "number is not of its form");
        put(text, 122, 36, "990102200203141027");
        put(text, 52, 70, "");
        put(text, 220, 22, "");
        assertEquals("林晓雨", CardText.parse(text, Optional.empty()).name());
    }

    @Test
    void a_name_of_private_use_characters_fills_its_cell_to_the_brim() throws Exception {
        byte[] text = citizen();
        String name = "\uE863" + "𠮷".repeat(7); // 15 places: one from GB 18030's private use, seven pairs
        put(text, 0, 30, name);
        assertEquals(name, CardText.parse(text, Optional.empty()).name());
    }

    @Test
    void a_new_address_is_its_text_and_nothing_else() throws Exception {
        byte[] block = " ".repeat(35).getBytes(StandardCharsets.UTF_16LE);
        put(block, 0, 70, "训练市样本区新街1号");
        assertEquals("训练市样本区新街1号", CardText.newAddress(block));
        assertThrows(CardText.Garbled.class, () -> CardText.newAddress(new byte[69]));
        assertThrows(CardText.Garbled.class, () -> CardText.newAddress(new byte[70]));
    }

    @Test
    void the_modules_number_is_written_as_the_police_write_it() {
        assertEquals(
                Optional.of("05.03-20261121-0000000042-4294967295"),
                SamId.of(HexFormat.of().parseHex("05000300" + "01293501" + "2a000000" + "ffffffff")));
        assertEquals(Optional.empty(), SamId.of(new byte[15]));
    }

    @Test
    void an_unknown_kind_is_no_garbage_but_no_card_for_us() {
        byte[] text = citizen();
        put(text, 248, 2, "Q");
        assertThrows(CardText.UnknownKind.class, () -> CardText.parse(text, Optional.empty()));
    }

    @Property(tries = 300)
    void whatever_stands_on_a_card_ends_in_a_card_or_a_named_trouble(
            @ForAll @Size(256) byte[] noise, @ForAll @IntRange(max = 256) int from) {
        byte[] text = citizen();
        System.arraycopy(noise, from, text, from, 256 - from);
        try {
            CardText.parse(text, Optional.empty());
        } catch (CardText.Garbled | CardText.UnknownKind named) {
            assertTrue(
                    named instanceof CardText.UnknownKind || named.getMessage().matches("[A-Za-z0-9 ]+"));
        }
    }

    @Property(tries = 300)
    void every_single_wrong_digit_fails_the_check(
            @ForAll @IntRange(max = 17) int at, @ForAll @IntRange(max = 9) int digit) {
        char[] number = "990102200203141027".toCharArray();
        boolean same = number[at] == '0' + digit;
        number[at] = (char) ('0' + digit);
        assertEquals(same, CheckDigit.fits(new String(number)));
    }

    private static void garbled(byte[] text, String message) {
        assertEquals(
                message,
                assertThrows(CardText.Garbled.class, () -> CardText.parse(text, Optional.empty()))
                        .getMessage());
    }

    static byte[] citizen() {
        byte[] text = blank();
        put(text, 0, 30, "林晓雨");
        put(text, 30, 2, "2");
        put(text, 32, 4, "01");
        put(text, 36, 16, "20020314");
        put(text, 52, 70, "训练市样本区自助路3号101室");
        put(text, 122, 36, "990102200203141027");
        put(text, 158, 30, "训练市公安局样本分局");
        put(text, 188, 16, "20220314");
        put(text, 204, 16, "20320314");
        return text;
    }

    private static byte[] blank() {
        return " ".repeat(128).getBytes(StandardCharsets.UTF_16LE);
    }

    private static void put(byte[] text, int at, int length, String value) {
        byte[] cell = (value + " ".repeat(length / 2)).getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(Arrays.copyOf(cell, length), 0, text, at, length);
    }
}
