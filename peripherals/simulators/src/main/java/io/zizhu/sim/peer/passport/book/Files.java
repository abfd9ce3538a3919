package io.zizhu.sim.peer.passport.book;

import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** The elementary files of a chip (Doc 9303-10, 4), by their identifier. */
public final class Files {
    public static final int CARD_ACCESS = 0x011C;
    public static final int COM = 0x011E;
    public static final int DG1 = 0x0101;
    public static final int DG2 = 0x0102;
    public static final int SOD = 0x011D;

    /** id-PACE-ECDH-GM-AES-CBC-CMAC-128. */
    public static final String PACE_PROTOCOL = "0.4.0.127.0.7.2.2.4.2.2";

    private static final int BRAINPOOL_P256R1 = 13;

    private Files() {}

    /** How the content of a chip went wrong. */
    public enum Flaw {
        NONE,
        /** Bytes in the middle of DG2 were overwritten: neither face nor hash. */
        CORRUPT_DG2,
        /** DG1 was written anew after it was signed. */
        MISMATCH,
        /** The signature of the security object is of something else. */
        FORGED
    }

    /**
     * Writes a chip.
     *
     * @param jpeg the holder's face
     * @param pace whether EF.CardAccess offers PACE
     */
    public static Map<Integer, byte[]> of(Booklet booklet, byte[] jpeg, Country country, boolean pace, Flaw flaw)
            throws IOException {
        byte[] zone = zone(booklet.zone());
        byte[] face = face(jpeg);
        Map<Integer, byte[]> files = new HashMap<>();
        files.put(COM, common());
        byte[] security = country.securityObject(Map.of(1, zone, 2, face));
        if (flaw == Flaw.FORGED) {
            security[security.length - 1] ^= 1; // the signature stands last
        }
        files.put(SOD, security);
        files.put(DG1, flaw == Flaw.MISMATCH ? zone(booklet.zone().replace("SPECIMEN", "SPECIMAN")) : zone);
        files.put(DG2, flaw == Flaw.CORRUPT_DG2 ? overwritten(face) : face);
        if (pace) {
            byte[] offer = Tlv.sequence(Tlv.oid(PACE_PROTOCOL), Tlv.integer(2), Tlv.integer(BRAINPOOL_P256R1));
            files.put(CARD_ACCESS, Tlv.setOf(offer));
        }
        return files;
    }

    /** EF.COM: LDS 1.7, Unicode 4.0.0, DG1 and DG2 are there. */
    private static byte[] common() {
        return Tlv.of(0x60, Tlv.of(0x5F01, ascii("0107")), Tlv.of(0x5F36, ascii("040000")), Tlv.of(0x5C, new byte[] {
            0x61, 0x75
        }));
    }

    private static byte[] zone(String zone) {
        return Tlv.of(0x61, Tlv.of(0x5F1F, ascii(zone)));
    }

    /** One face in a CBEFF frame (ISO 7816-11), format owner 0101, type 0008: ISO 19794-5. */
    private static byte[] face(byte[] jpeg) throws IOException {
        byte[] header = Tlv.of(
                0xA1,
                Tlv.of(0x80, new byte[] {1, 1}),
                Tlv.of(0x81, new byte[] {2}),
                Tlv.of(0x82, new byte[] {0}),
                Tlv.of(0x87, new byte[] {1, 1}),
                Tlv.of(0x88, new byte[] {0, 8}));
        byte[] template = Tlv.of(0x7F60, header, Tlv.of(0x5F2E, faceRecord(jpeg)));
        return Tlv.of(0x75, Tlv.of(0x7F61, Tlv.integer(1), template));
    }

    /** ISO 19794-5:2005: facial record header, one facial record without feature points, JPEG. */
    private static byte[] faceRecord(byte[] jpeg) throws IOException {
        var image = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
        if (image == null) {
            throw new IOException("the portrait is no picture");
        }
        int record = 20 + 12 + jpeg.length;
        return ByteBuffer.allocate(14 + record)
                .put(ascii("FAC\0" + "010\0"))
                .putInt(14 + record)
                .putShort((short) 1)
                .putInt(record)
                .put(new byte[16]) // no feature points; gender, eyes, hair, features, expression and pose unspecified
                .put((byte) 1) // full frontal
                .put((byte) 0) // JPEG
                .putShort((short) image.getWidth())
                .putShort((short) image.getHeight())
                .put((byte) 1) // RGB
                .put((byte) 2) // digital camera, still
                .putShort((short) 0)
                .putShort((short) 0)
                .put(jpeg)
                .array();
    }

    private static byte[] overwritten(byte[] file) {
        byte[] corrupt = file.clone();
        for (int at = 8; at < 90; at++) {
            corrupt[at] ^= (byte) 0xA5;
        }
        return corrupt;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
