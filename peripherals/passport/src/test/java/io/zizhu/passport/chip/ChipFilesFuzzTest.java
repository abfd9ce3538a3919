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
import java.util.Objects;
import java.util.TreeMap;
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
        seeds.add(younger(Utopia.booklet("p01", false), jpeg));
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
        return joined(files(booklet, jpeg), which);
    }

    private static byte[] younger(Booklet booklet, byte[] jpeg) {
        Map<Integer, byte[]> files = new TreeMap<>(files(booklet, jpeg));
        files.put(0x0102, FaceTest.younger());
        return joined(files, new int[] {0x0101, 0x0102});
    }

    private static byte[] joined(Map<Integer, byte[]> files, int[] which) {
        ByteBuffer out = ByteBuffer.allocate(60_000);
        for (int file : which) {
            byte[] content = Objects.requireNonNull(files.get(file));
            out.putShort((short) content.length).put(content);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static Map<Integer, byte[]> files(Booklet booklet, byte[] jpeg) {
        try {
            return io.zizhu.sim.peer.passport.book.Files.of(
                    booklet, jpeg, new Country(), false, io.zizhu.sim.peer.passport.book.Files.Flaw.NONE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
