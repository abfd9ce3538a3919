package io.zizhu.driver.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.driver.cabinet.Question.Function;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames as makers of boards and Modbus textbooks print them, and bytes that are none. */
class ModbusFrameTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Reply find(String hex, Question question) {
        byte[] heard = bytes(hex);
        return Reply.find(heard, heard.length, question);
    }

    @Test
    void the_checksum_is_the_one_of_modbus() {
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x4B37, Crc.of(check, 0, check.length));
        assertTrue(Crc.right(bytes("010300000001840a"), 0, 8));
        assertFalse(Crc.right(bytes("0103000000010a84"), 0, 8), "low byte first");
    }

    /** Relay boards: coil 0 on, off, coils asked; inputs asked. Textbooks: registers 107 to 109 of unit 17, and others. */
    @ParameterizedTest
    @CsvSource({
        "1,WRITE_COIL,0,65280,01050000ff008c3a",
        "1,WRITE_COIL,0,0,010500000000cdca",
        "1,WRITE_COIL,1,65280,01050001ff00ddfa",
        "1,READ_COILS,0,8,0101000000083dcc",
        "1,READ_INPUTS,0,8,01020000000879cc",
        "17,READ_REGISTERS,107,3,1103006b00037687",
        "1,READ_REGISTERS,0,10,01030000000ac5cd",
        "17,WRITE_REGISTER,1,3,1106000100039a9b"
    })
    void questions_are_the_published_ones(int unit, Function function, int address, int second, String hex) {
        assertArrayEquals(bytes(hex), new Question(unit, function, address, second).frame());
    }

    @Test
    void published_answers_are_understood() {
        Question registers = new Question(17, Function.READ_REGISTERS, 107, 3);
        Reply.Data words = assertInstanceOf(Reply.Data.class, find("110306ae415652434049ad", registers));
        assertEquals(0xAE41, words.word(0));
        assertEquals(0x4340, words.word(2));

        Question coils = new Question(17, Function.READ_COILS, 19, 37);
        Reply.Data bits = assertInstanceOf(Reply.Data.class, find("110105cd6bb20e1b45e6", coils));
        assertTrue(bits.bit(0));
        assertFalse(bits.bit(1));
        assertTrue(bits.bit(36));

        Question coil = new Question(1, Function.WRITE_COIL, 0, Question.ON);
        assertInstanceOf(Reply.Data.class, find("01050000ff008c3a", coil));
        assertEquals(new Reply.Refusal(2), find("0a8102b053", new Question(10, Function.READ_COILS, 1185, 1)));
    }

    @Test
    void an_answer_is_found_behind_noise_an_echo_and_another_boards_words_and_nowhere_else() {
        Question inputs = new Question(1, Function.READ_INPUTS, 0, 8);
        String answer = "01020105618b";
        assertInstanceOf(Reply.Data.class, find(answer, inputs));
        assertInstanceOf(Reply.Data.class, find("0102aa00" + answer, inputs));
        assertInstanceOf(Reply.Data.class, find("01020000000879cc" + answer, inputs), "an echo of the question");
        assertInstanceOf(Reply.None.class, find(answer, new Question(2, Function.READ_INPUTS, 0, 8)));
        assertInstanceOf(Reply.None.class, find(answer, new Question(1, Function.READ_INPUTS, 0, 16)));
        assertInstanceOf(Reply.None.class, find(answer, new Question(1, Function.READ_COILS, 0, 8)));
        assertInstanceOf(Reply.None.class, find(answer.substring(0, 10), inputs));
        assertInstanceOf(Reply.None.class, find("01020106618b", inputs));
    }

    @Test
    void random_bytes_are_no_answer_and_break_nothing() {
        Random random = new Random(20261121);
        Question question = new Question(1, Function.READ_REGISTERS, 0, 4);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] heard = new byte[random.nextInt(64)];
            random.nextBytes(heard);
            found += Reply.find(heard, heard.length, question) instanceof Reply.None ? 0 : 1;
        }
        assertEquals(0, found);
    }

    @Test
    void the_silence_before_a_frame_is_three_and_a_half_characters_and_never_below_1750_microseconds() {
        assertEquals(4_010_416, ModbusLine.silenceNanos(9600));
        assertEquals(2_005_208, ModbusLine.silenceNanos(19_200));
        assertEquals(1_750_000, ModbusLine.silenceNanos(115_200));
    }
}
