package io.zizhu.passport.chip;

import io.zizhu.device.passport.Access;
import io.zizhu.device.passport.TravelDocument.Opened;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.AccessKeySpec;
import org.jmrtd.BACKey;
import org.jmrtd.CardServiceProtocolException;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;

/** How an attempt to open a chip ended (Doc 9303-11, 4.2): PACE where the chip offers it, else BAC. */
sealed interface Door {
    record Open(Opened how) implements Door {}

    record WrongKey() implements Door {}

    /** @param why for a technician */
    record Refused(String why) implements Door {}

    static Door open(PassportService service, Access access)
            throws CardServiceException, IOException, GeneralSecurityException {
        service.open();
        Optional<PACEInfo> offer = offer(service);
        if (offer.isPresent()) {
            return pace(service, access, offer.get());
        }
        return switch (access) {
            case Access.Zone zone -> bac(service, zone);
            case Access.Can can ->
                selected(service, false)
                        ? new Refused("the chip offers no PACE, which alone opens with a card access number")
                        : new Refused("no travel document: it knows no application of Doc 9303");
        };
    }

    /** EF.CardAccess is there where PACE is offered, and open to everybody. */
    private static Optional<PACEInfo> offer(PassportService service) throws CardServiceException, IOException {
        try {
            byte[] file = Files.bytes(service, PassportService.EF_CARD_ACCESS, PassportService.DEFAULT_MAX_BLOCKSIZE);
            return new CardAccessFile(new java.io.ByteArrayInputStream(file))
                    .getSecurityInfos().stream()
                            .filter(PACEInfo.class::isInstance)
                            .map(PACEInfo.class::cast)
                            .findFirst();
        } catch (CardServiceException none) {
            if (service.isConnectionLost(none)) {
                throw none; // not the chip's word (JMRTD often keeps its status word to itself)
            }
            return Optional.empty();
        }
    }

    private static Door pace(PassportService service, Access access, PACEInfo offer)
            throws CardServiceException, GeneralSecurityException {
        AccessKeySpec key =
                switch (access) {
                    case Access.Zone zone -> PACEKeySpec.createMRZKey(key(zone));
                    case Access.Can(String digits) -> PACEKeySpec.createCANKey(digits);
                };
        try {
            service.doPACE(
                    key,
                    offer.getObjectIdentifier(),
                    PACEInfo.toParameterSpec(offer.getParameterId()),
                    offer.getParameterId());
        } catch (CardServiceProtocolException refused) {
            return wrongKey(refused);
        }
        return selected(service, true) ? new Open(Opened.PACE) : new Refused("opened, but no travel document");
    }

    private static Door bac(PassportService service, Access.Zone zone) throws CardServiceException {
        if (!selected(service, false)) {
            return new Refused("no travel document: it knows no application of Doc 9303");
        }
        try {
            service.doBAC(key(zone));
        } catch (CardServiceProtocolException refused) {
            return wrongKey(refused);
        }
        return new Open(Opened.BAC);
    }

    private static boolean selected(PassportService service, boolean opened) throws CardServiceException {
        try {
            service.sendSelectApplet(opened);
            return true;
        } catch (CardServiceException refused) {
            if (service.isConnectionLost(refused)) {
                throw refused;
            }
            return false;
        }
    }

    private static BACKey key(Access.Zone zone) {
        return new BACKey(zone.number(), zone.birth(), zone.expiry());
    }

    /**
     * What chips say to a wrong password: 6300 or 63Cx (tries left), some 6982 or 6988; all else is trouble. 6985 because
     * JMRTD asks a second time for a longer answer, and by then the chip's challenge is used up.
     */
    private static Door wrongKey(CardServiceProtocolException refused) throws CardServiceProtocolException {
        int status = refused.getSW();
        if ((status & 0xFF00) == 0x6300 || status == 0x6982 || status == 0x6985 || status == 0x6988) {
            return new WrongKey();
        }
        throw refused;
    }
}
