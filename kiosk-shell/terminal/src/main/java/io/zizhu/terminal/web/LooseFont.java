package io.zizhu.terminal.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first font of a TrueType collection as a file of its own (OpenType 1.9, "Organization of an OpenType font"):
 * browsers refuse Debian's collection for its editor's table FFTM, which lies at an odd place and no screen needs.
 */
final class LooseFont {
    private static final int COLLECTION = tag("ttcf");
    private static final int EDITORS_TIME = tag("FFTM");
    private static final int HEADER = 12;
    private static final int RECORD = 16;

    private record Table(int tag, int checksum, int offset, int length) {
        int padded() {
            return (length + 3) & ~3;
        }
    }

    private LooseFont() {}

    /** The file as it is, where it holds one font only. */
    static byte[] of(Path file) throws IOException {
        var in = ByteBuffer.wrap(Files.readAllBytes(file));
        if (in.getInt(0) != COLLECTION) {
            return in.array();
        }
        int start = in.getInt(HEADER);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < in.getShort(start + 4); i++) {
            int at = start + HEADER + i * RECORD;
            Table table = new Table(in.getInt(at), in.getInt(at + 4), in.getInt(at + 8), in.getInt(at + 12));
            if (table.tag() != EDITORS_TIME) {
                tables.add(table);
            }
        }
        return written(in, in.getInt(start), tables);
    }

    private static byte[] written(ByteBuffer in, int version, List<Table> tables) {
        int data = HEADER + tables.size() * RECORD;
        var out = ByteBuffer.allocate(
                data + tables.stream().mapToInt(Table::padded).sum());
        int range = Integer.highestOneBit(tables.size());
        out.putInt(version)
                .putShort((short) tables.size())
                .putShort((short) (range * RECORD))
                .putShort((short) Integer.numberOfTrailingZeros(range))
                .putShort((short) ((tables.size() - range) * RECORD));
        int at = data;
        for (Table table : tables) {
            out.putInt(table.tag()).putInt(table.checksum()).putInt(at).putInt(table.length());
            out.put(at, in, table.offset(), table.length());
            at += table.padded();
        }
        return out.array();
    }

    private static int tag(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
