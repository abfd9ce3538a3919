package io.zizhu.passport.chip;

import io.zizhu.device.Fault;
import io.zizhu.device.passport.Authenticity;
import io.zizhu.device.passport.ChipPicture;
import io.zizhu.device.passport.ChipReading;
import io.zizhu.device.passport.TravelDocument;
import io.zizhu.passport.MrzParser;
import io.zizhu.passport.MrzReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PassportService;

/** What was read from an open chip, byte for byte; wiped when closed. */
final class Files implements AutoCloseable {
    private static final int ZONE_TAG = 0x5F1F;

    private final byte[] zone;
    private final byte[] face;
    private final byte[] security;

    private Files(byte[] zone, byte[] face, byte[] security) {
        this.zone = zone;
        this.face = face;
        this.security = security;
    }

    static Files of(byte[] zone, byte[] face, byte[] security) {
        return new Files(zone, face, security);
    }

    /** Reads DG1, EF.SOD and DG2; only the first must be there. */
    static Files read(PassportService service, int block) throws CardServiceException, IOException {
        byte[] zone = bytes(service, PassportService.EF_DG1, block);
        byte[] security = orNothing(service, PassportService.EF_SOD, block);
        return new Files(zone, orNothing(service, PassportService.EF_DG2, block), security);
    }

    static byte[] bytes(PassportService service, short file, int block) throws CardServiceException, IOException {
        try (InputStream in = service.getInputStream(file, block)) {
            return in.readAllBytes();
        }
    }

    private static byte[] orNothing(PassportService service, short file, int block)
            throws CardServiceException, IOException {
        try {
            return bytes(service, file, block);
        } catch (CardServiceException refused) {
            if (service.isConnectionLost(refused)) {
                throw refused; // not the chip's word (JMRTD often keeps its status word to itself)
            }
            return new byte[0];
        }
    }

    /** @param now the day by which years of two digits are read, and certificates looked at */
    ChipReading document(TravelDocument.Opened how, PassiveAuthentication authentication, Instant now) {
        MrzParser parser = new MrzParser(now.atZone(ZoneId.systemDefault()).toLocalDate());
        return switch (parser.parse(printed())) {
            case MrzReading.Wrong(var field, var why) ->
                new ChipReading.Failed(new Fault(Fault.Kind.GARBLED, "DG1: " + field + " " + why));
            case MrzReading.Read(var mrz) -> {
                Map<Integer, byte[]> groups = new TreeMap<>(Map.of(1, zone));
                if (face.length > 0) {
                    groups.put(2, face);
                }
                Authenticity authenticity = authentication.of(groups, security, now);
                ChipPicture picture = face.length == 0 ? new ChipPicture.Absent() : Face.of(face);
                yield new ChipReading.Document(new TravelDocument(mrz, picture, authenticity, how));
            }
        };
    }

    /** Nothing where no zone is there, or it is torn. */
    private String printed() {
        return Tlvs.find(zone, 0x61, ZONE_TAG)
                .map(text -> StandardCharsets.US_ASCII.decode(text).toString())
                .orElse("");
    }

    @Override
    public void close() {
        for (byte[] file : new byte[][] {zone, face, security}) {
            Arrays.fill(file, (byte) 0);
        }
    }
}
