package io.zizhu.touch.scene;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A QR code as an SVG picture, sharp at any size, with its quiet zone. */
final class QrPicture {
    private static final Logger LOG = LoggerFactory.getLogger(QrPicture.class);

    private QrPicture() {}

    /** The picture as a {@code data:} address; empty where the content does not fit into any QR code. */
    static Optional<String> of(String content) {
        Map<EncodeHintType, ?> hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                4);
        try {
            String svg = svg(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints));
            return Optional.of("data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.US_ASCII)));
        } catch (WriterException | IllegalArgumentException tooLong) {
            LOG.error("a payment code of {} characters fits into no QR code", content.length(), tooLong);
            return Optional.empty();
        }
    }

    private static String svg(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M").append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' shape-rendering='crispEdges'>"
                        + "<rect width='100%%' height='100%%' fill='#fff'/><path d='%s' fill='#000'/></svg>")
                .formatted(modules.getWidth(), modules.getHeight(), path);
    }
}
