package io.zizhu.passport.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.passport.ChipPicture;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jmrtd.cbeff.StandardBiometricHeader;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;
import org.jmrtd.lds.iso39794.FaceImageInformation2DBlock;
import org.jmrtd.lds.iso39794.FaceImageInformation2DBlock.FaceImageKind2DCode;
import org.jmrtd.lds.iso39794.FaceImageInformation2DBlock.ImageDataFormatCode;
import org.jmrtd.lds.iso39794.FaceImageRepresentation2DBlock;
import org.jmrtd.lds.iso39794.FaceImageRepresentationBlock;
import org.jmrtd.lds.iso39794.VersionBlock;
import org.junit.jupiter.api.Test;

/** The picture in data group 2: what the kits' older documents do not show. */
class FaceTest {
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946000101ffd9");

    @Test
    void a_younger_documents_picture_comes_out_byte_for_byte() {
        var shown = assertInstanceOf(ChipPicture.Shown.class, Face.of(younger()));
        assertArrayEquals(JPEG, shown.portrait().jpeg());
    }

    @Test
    void a_younger_document_cut_anywhere_has_no_picture() {
        byte[] whole = younger();
        for (int length = 1; length < whole.length; length++) {
            var unreadable = Face.of(Arrays.copyOf(whole, length));
            if (unreadable instanceof ChipPicture.Shown) {
                throw new AssertionError("a picture from " + length + " of " + whole.length + " bytes");
            }
        }
    }

    /** Found by 4.5 million guided inputs: JMRTD's way led to the record, and to half a gigabyte. */
    @Test
    void a_record_beside_the_frames_own_place_takes_no_memory_by_its_length() {
        byte[] record = HexFormat.of().parseHex("46414300303130000000" + "02a50001" + "20000297" + "00".repeat(80));
        byte[] header = HexFormat.of().parseHex("a112800201018101028201008702010188020008");
        byte[] frame = object("7f60", joined(header, object("5f2e", record)));
        byte[] file = object("75", joined(object("7f61", HexFormat.of().parseHex("020101")), frame));
        assertInstanceOf(ChipPicture.Absent.class, Face.of(file));
    }

    /** Data group 2 with a face record of ISO 39794-5. */
    static byte[] younger() {
        var information = new FaceImageInformation2DBlock(
                ImageDataFormatCode.JPEG,
                FaceImageKind2DCode.MRTD,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var picture = new FaceImageRepresentationBlock(
                BigInteger.ONE,
                new FaceImageRepresentation2DBlock(JPEG, information, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var header =
                new StandardBiometricHeader(new TreeMap<>(Map.of(0x87, new byte[] {1, 1}, 0x88, new byte[] {0, 0x2A})));
        return DG2File.createISO39794DG2File(
                        List.of(new FaceImageDataBlock(new VersionBlock(3, 2019), List.of(picture), header)))
                .getEncoded();
    }

    private static byte[] object(String tag, byte[] value) {
        byte[] head = HexFormat.of().parseHex(tag);
        return joined(head, new byte[] {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length}, value);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
