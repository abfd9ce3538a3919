package io.zizhu.passport.chip;

import io.zizhu.device.passport.TravelDocument.Opened;
import io.zizhu.sim.peer.passport.book.Booklet;
import io.zizhu.sim.peer.passport.book.Country;
import io.zizhu.tck.ParserKit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;

/** The files of a chip, which anybody can write: zone, face and security object, each behind its length. */
public class ChipFilesFuzzTest extends ParserKit {
    private static final PassiveAuthentication AUTHENTICATION = new PassiveAuthentication(Authorities.none());
    private static final Logger JMRTD = Logger.getLogger("org.jmrtd");
    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");

    public static void fuzzerTestOneInput(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try (Files files = Files.of(piece(in), piece(in), piece(in))) {
            files.document(Opened.BAC, AUTHENTICATION, TODAY);
        }
    }

    private static byte[] piece(ByteBuffer in) {
        int length = in.remaining() < 2 ? 0 : Math.min(in.getShort() & 0xFFFF, in.remaining());
        byte[] piece = new byte[length];
        in.get(piece);
        return piece;
    }

    @Override
    protected List<byte[]> seeds() {
        JMRTD.setLevel(Level.OFF); // as the reader does
        List<byte[]> seeds = new ArrayList<>();
        byte[] jpeg = small();
        int[] signed = {0x0101, 0x0102, 0x011D};
        int[] unsigned = {0x0101, 0x0102}; // twice: signatures take most of the time
        seeds.add(seed(Utopia.booklet("p01", false), jpeg, signed));
        seeds.add(seed(Utopia.booklet("p01", false), jpeg, unsigned));
        seeds.add(seed(Utopia.booklet("p01", true), jpeg, unsigned));
        seeds.forEach(ChipFilesFuzzTest::fuzzerTestOneInput); // what loading BouncyCastle costs is no input's fault
        return seeds;
    }

    /** Where the picture is short, more of the bent bytes are structure. */
    private static byte[] small() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] seed(Booklet booklet, byte[] jpeg, int[] which) {
        try {
            Map<Integer, byte[]> files = io.zizhu.sim.peer.passport.book.Files.of(
                    booklet, jpeg, new Country(), false, io.zizhu.sim.peer.passport.book.Files.Flaw.NONE);
            ByteBuffer out = ByteBuffer.allocate(60_000);
            for (int file : which) {
                out.putShort((short) files.get(file).length).put(files.get(file));
            }
            return Arrays.copyOf(out.array(), out.position());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
