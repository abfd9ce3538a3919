package io.zizhu.passport.chip;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.passport.ChipPicture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jmrtd.cbeff.BiometricDataBlock;
import org.jmrtd.lds.ImageInfo;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;

/** The picture in data group 2: ISO 19794-5, or ISO 39794-5 in younger documents, in a CBEFF frame. */
final class Face {
    private Face() {}

    static ChipPicture of(byte[] file) {
        try {
            for (BiometricDataBlock block : new DG2File(new ByteArrayInputStream(file)).getSubRecords()) {
                for (ImageInfo image : images(block)) {
                    return picture(image);
                }
            }
            return new ChipPicture.Absent();
        } catch (IOException | RuntimeException unreadable) { // JMRTD throws unchecked ones where lengths disagree
            return unreadable(unreadable.getClass().getSimpleName());
        }
    }

    private static List<? extends ImageInfo> images(BiometricDataBlock block) {
        return switch (block) {
            case FaceInfo face -> face.getFaceImageInfos();
            case FaceImageDataBlock face -> face.getRepresentationBlocks();
            default -> List.of();
        };
    }

    /** Goes by the first bytes, not by what the record says of itself. */
    private static ChipPicture picture(ImageInfo image) throws IOException {
        byte[] bytes;
        try (InputStream in = image.getImageInputStream()) {
            bytes = in.readAllBytes();
        }
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
