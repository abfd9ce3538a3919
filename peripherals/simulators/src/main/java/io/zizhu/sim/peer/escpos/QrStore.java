package io.zizhu.sim.peer.escpos;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The printer's QR memory, filled by GS ( k functions 165 to 180 and drawn by 181. One thread at a time. */
final class QrStore {
    private int module = 3;
    private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
    private String content = "";

    void module(int dots) {
        module = Math.clamp(dots, 1, 16);
    }

    int module() {
        return module;
    }

    /** @param code 48 L, 49 M, 50 Q, 51 H */
    void level(int code) {
        level = switch (code) {
            case 49 -> ErrorCorrectionLevel.M;
            case 50 -> ErrorCorrectionLevel.Q;
            case 51 -> ErrorCorrectionLevel.H;
            default -> ErrorCorrectionLevel.L;
        };
    }

    void store(byte[] data, int from) {
        content = new String(data, from, data.length - from, StandardCharsets.UTF_8);
    }

    /** @throws IOException where nothing is stored or it does not fit into a QR code */
    boolean[][] draw() throws IOException {
        try {
            ByteMatrix code = Encoder.encode(content, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            boolean[][] dots = new boolean[code.getHeight()][code.getWidth()];
            for (int y = 0; y < dots.length; y++) {
                for (int x = 0; x < dots[y].length; x++) {
                    dots[y][x] = code.get(x, y) == 1;
                }
            }
            return dots;
        } catch (WriterException | IllegalArgumentException unfit) {
            throw new IOException("no QR code can hold what is stored", unfit);
        }
    }
}
