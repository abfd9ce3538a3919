package io.zizhu.sim.peer.ipp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked, read from the octets of RFC 8010: version, operation, request id, groups of attributes, then the
 * document. Groups are not told apart, a printer of this size need not.
 */
record Request(int version, int operation, int id, Map<String, List<byte[]>> attributes, byte[] document) {
    private static final int END = 0x03;

    static Request read(byte[] octets) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets));
        int version = in.readUnsignedShort();
        int operation = in.readUnsignedShort();
        int id = in.readInt();
        Map<String, List<byte[]>> attributes = new LinkedHashMap<>();
        String name = "";
        for (int tag = in.readUnsignedByte(); tag != END; tag = in.readUnsignedByte()) {
            if (tag < 0x10) {
                continue; // the next group begins
            }
            byte[] named = exactly(in);
            byte[] value = exactly(in);
            if (named.length > 0) {
                name = new String(named, StandardCharsets.US_ASCII);
            }
            attributes.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return new Request(version, operation, id, attributes, in.readAllBytes());
    }

    private static byte[] exactly(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return bytes;
    }

    Optional<String> text(String name) {
        return first(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<Integer> number(String name) {
        return first(name).filter(bytes -> bytes.length == 4).map(bytes -> ByteBuffer.wrap(bytes)
                .getInt());
    }

    boolean flag(String name) {
        return first(name).filter(bytes -> bytes.length == 1 && bytes[0] == 1).isPresent();
    }

    private Optional<byte[]> first(String name) {
        return Optional.ofNullable(attributes.get(name)).map(List::getFirst);
    }
}
