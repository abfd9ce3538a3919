package io.zizhu.terminal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class LooseFontTest {
    private static final Path MICRO_HEI = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");

    @Test
    void the_first_font_of_the_collection_stands_alone_with_every_table_in_its_place() throws Exception {
        byte[] bytes = LooseFont.of(MICRO_HEI);
        var font = ByteBuffer.wrap(bytes);
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = 12 + i * 16;
            assertEquals(0, font.getInt(at + 8) % 4);
            assertTrue(font.getInt(at + 8) + font.getInt(at + 12) <= bytes.length);
            assertNotEquals(0x4646544d, font.getInt(at), "FFTM");
        }
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            assertEquals("WenQuanYiMicroHei", parsed.getName());
            assertTrue(parsed.getUnicodeCmapLookup().getGlyphId('警') > 0);
        }
    }
}
