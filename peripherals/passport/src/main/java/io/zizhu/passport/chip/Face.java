package io.zizhu.passport.chip;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.passport.ChipPicture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jmrtd.lds.ImageInfo;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;

/**
 * The picture in data group 2 (Doc 9303-10, 4.7.2): a CBEFF frame, and in it a face record of ISO 19794-5 or, in younger
 * documents, of ISO 39794-5. The older record is read here, for JMRTD takes memory by what its lengths say.
 */
final class Face {
    private static final int FACE = 0x46414300; // "FAC\0"
    private static final int FIXED = 20;
    private static final int POINT = 8;
    private static final int PICTURE = 12;

    private Face() {}

    static ChipPicture of(byte[] file) {
        Optional<ByteBuffer> older = Tlvs.find(file, 0x75, 0x7F61, 0x7F60, 0x5F2E);
        Optional<ByteBuffer> younger = Tlvs.find(file, 0x75, 0x7F61, 0x7F60, 0x7F2E, 0xA1);
        try {
            if (older.isPresent()) {
                return picture(record(older.get()));
            }
            if (younger.isPresent()) {
                return younger(younger.get());
            }
            return Tlvs.whole(file) ? new ChipPicture.Absent() : unreadable("lengths do not fit");
        } catch (IOException | RuntimeException torn) { // buffers and JMRTD throw unchecked ones
            return unreadable(torn.getClass().getSimpleName());
        }
    }

    /** The first picture of a face record: header, one block of fixed fields, feature points, the picture's fields. */
    private static byte[] record(ByteBuffer in) throws IOException {
        if (in.getInt() != FACE) {
            throw new IOException("no face record");
        }
        in.getInt(); // version
        in.getInt(); // length of the whole
        if (in.getShort() < 1) {
            throw new IOException("no picture");
        }
        int length = in.getInt();
        int points = in.getShort() & 0xFFFF;
        int before = FIXED + points * POINT + PICTURE;
        if (length < before || length - Integer.BYTES - Short.BYTES > in.remaining()) {
            throw new IOException("lengths do not fit");
        }
        in.position(in.position() + before - Integer.BYTES - Short.BYTES);
        byte[] picture = new byte[length - before];
        in.get(picture);
        return picture;
    }

    /** JMRTD is given the one block only; its own way through the frame can be led to the older record. */
    private static ChipPicture younger(ByteBuffer block) throws IOException {
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        if (!Tlvs.whole(bytes)) {
            return unreadable("lengths do not fit");
        }
        for (ImageInfo image : new FaceImageDataBlock(new ByteArrayInputStream(bytes)).getRepresentationBlocks()) {
            try (InputStream in = image.getImageInputStream()) {
                return picture(in.readAllBytes());
            }
        }
        return new ChipPicture.Absent();
    }

    /** Goes by the first bytes, not by what the record says of itself. */
    private static ChipPicture picture(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return new ChipPicture.Shown(new Portrait(bytes));
        }
        if (starts(bytes, 0, 0, 0, 0x0C, 0x6A, 0x50) || starts(bytes, 0xFF, 0x4F, 0xFF, 0x51)) {
            return new ChipPicture.Encoded("image/jp2", bytes);
        }
        return unreadable("neither JPEG nor JPEG 2000");
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static ChipPicture unreadable(String why) {
        return new ChipPicture.Unreadable(new Fault(Fault.Kind.GARBLED, "DG2: " + why));
    }
}
