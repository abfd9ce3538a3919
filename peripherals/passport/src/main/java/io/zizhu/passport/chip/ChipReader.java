package io.zizhu.passport.chip;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.passport.Access;
import io.zizhu.device.passport.ChipReading;
import io.zizhu.device.passport.PassportReader;
import io.zizhu.device.passport.TravelDocument;
import io.zizhu.device.profile.Ability;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.smartcardio.Card;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PassportService;

/** A live reader: waits for a document, opens its chip, reads it. */
final class ChipReader implements PassportReader {
    /** JMRTD and SCUBA log what they read; held here, for loggers are held weakly by the JDK. */
    private static final Logger[] TALKATIVE = {
        Logger.getLogger("org.jmrtd"), Logger.getLogger("net.sf.scuba"),
    };

    private final Reader reader;
    private final Duration poll;
    private final int block;
    private final PassiveAuthentication authentication;
    private final InstantSource clock;

    /** @throws DeviceAway where the reader does not answer */
    ChipReader(Reader reader, Duration poll, int block, PassiveAuthentication authentication, InstantSource clock)
            throws DeviceAway {
        this.reader = reader;
        this.poll = poll;
        this.block = block;
        this.authentication = authentication;
        this.clock = clock;
        for (Logger logger : TALKATIVE) {
            logger.setLevel(Level.OFF);
        }
        pulse();
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        Media lies = reader.occupied() ? Media.PRESENT : Media.NOT_PRESENT;
        return Pulse.well(lies).with(Map.of(Spot.DOCUMENT, lies));
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.BAC, Ability.PACE);
    }

    @Override
    public ChipReading read(Access access, Patience patience) throws DeviceAway {
        while (!patience.over()) {
            if (reader.occupied()) {
                return readLaid(access, patience);
            }
            pause(patience);
        }
        return new ChipReading.Nothing();
    }

    private ChipReading readLaid(Access access, Patience patience) throws DeviceAway {
        Optional<Card> card = reader.power(patience);
        if (card.isEmpty()) {
            return patience.over()
                    ? new ChipReading.Nothing()
                    : new ChipReading.Failed(new Fault(Fault.Kind.MOVED, "no chip answers from what lies there"));
        }
        CardLine line = new CardLine(reader, card.get(), patience);
        line.open();
        try {
            ChipReading reading = read(line, access);
            return line.ended().orElse(reading);
        } catch (CardServiceException | IOException | GeneralSecurityException | RuntimeException trouble) {
            // JMRTD answers content that is no Doc 9303 with unchecked exceptions of many kinds
            return line.ended().orElseGet(() -> new ChipReading.Failed(garbled(trouble)));
        } finally {
            line.close();
        }
    }

    private ChipReading read(CardLine line, Access access)
            throws CardServiceException, IOException, GeneralSecurityException {
        int most = block > 231
                ? PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH
                : PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;
        PassportService service = new PassportService(line, most, block, false, true);
        return switch (Door.open(service, access)) {
            case Door.Open(var how) -> content(service, how);
            case Door.WrongKey() -> new ChipReading.WrongKey();
            case Door.Refused(var why) -> new ChipReading.Failed(new Fault(Fault.Kind.REFUSED, why));
        };
    }

    private ChipReading content(PassportService service, TravelDocument.Opened how)
            throws CardServiceException, IOException {
        try (Files files = Files.read(service, block)) {
            return files.document(how, authentication, clock.instant());
        }
    }

    /** Names kind and place only: what such an exception says may quote the document. */
    private static Fault garbled(Exception trouble) {
        String status = trouble instanceof CardServiceException said && said.getSW() != CardServiceException.SW_NONE
                ? String.format(" (status %04X)", said.getSW())
                : "";
        return new Fault(Fault.Kind.GARBLED, "chip: " + trouble.getClass().getSimpleName() + status);
    }

    private void pause(Patience patience) {
        long until = System.nanoTime() + poll.toNanos();
        for (long left = poll.toNanos(); left > 0 && !patience.over(); left = until - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the keeper gave up; the next question to the reader says so
            }
            LockSupport.parkNanos(Math.min(left, Duration.ofMillis(20).toNanos()));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
