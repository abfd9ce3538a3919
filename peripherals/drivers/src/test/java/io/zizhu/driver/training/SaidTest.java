package io.zizhu.driver.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SaidTest {
    private static Said said(byte[] line) {
        return Said.parse(line).orElseThrow();
    }

    private static byte[] withoutEnd(byte[] line) {
        return java.util.Arrays.copyOf(line, line.length - 1);
    }

    @Test
    void a_line_is_spelt_as_the_document_says() {
        assertEquals(
                ">ask 1 what=hello #" + crc("ask 1 what=hello") + "\n",
                new String(Said.line("ask", 1, Map.of("what", "hello")), StandardCharsets.US_ASCII));
    }

    private static String crc(String body) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return "%08x".formatted(crc.getValue());
    }

    @Property(tries = 200)
    void whatever_is_sent_arrives_behind_noise_and_wiped_it_is_gone(
            @ForAll String text, @ForAll byte[] bytes, @ForAll @Size(max = 20) byte[] noise) {
        byte[] line = Said.line(
                "done", 7, Map.of("text", text, "raw", Base64.getEncoder().encodeToString(bytes)));
        byte[] noisy = new byte[noise.length + line.length - 1];
        System.arraycopy(noise, 0, noisy, 0, noise.length);
        System.arraycopy(line, 0, noisy, noise.length, line.length - 1);
        Said said = said(noisy);
        assertEquals("done 7", said.toString());
        assertEquals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), said.text("text"));
        assertArrayEquals(bytes, said.bytes("raw").orElseThrow());
        said.wipe();
        assertTrue(said.text("text").chars().allMatch(sign -> sign == 0));
    }

    @Property(tries = 300)
    void one_flipped_bit_and_it_is_no_line(@ForAll @IntRange(max = 37) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] line = withoutEnd(Said.line("done", 7, Map.of("outcome", "captured-and")));
        line[at] ^= (byte) (1 << bit);
        assertEquals(Optional.empty(), Said.parse(line));
    }

    @Property(tries = 300)
    void any_bytes_are_a_line_or_none(@ForAll byte[] bytes) {
        Inflow inflow = new Inflow();
        inflow.put(bytes);
        inflow.next();
        Said.parse(bytes);
    }

    @Test
    void what_no_line_may_hold_is_none() {
        for (String body : new String[] {
            "done",
            "done 0",
            "done x a=b",
            "done 1 a",
            "done 1 A=b",
            "done 1 a=b a=c",
            "done 1 a=%4",
            "done 1 a=%zz",
            " 1"
        }) {
            byte[] line = (">" + body + " #" + crc(body)).getBytes(StandardCharsets.US_ASCII);
            assertEquals(Optional.empty(), Said.parse(line), body);
        }
    }

    @Test
    void a_line_longer_than_any_is_dropped_and_the_next_one_is_heard() {
        Inflow inflow = new Inflow();
        inflow.put(new byte[Inflow.MOST]);
        inflow.put(new byte[] {'x'});
        assertTrue(inflow.garbled());
        inflow.put(Said.line("still", 3, Map.of()));
        assertEquals("still 3", inflow.next().orElseThrow().toString());
    }
}
