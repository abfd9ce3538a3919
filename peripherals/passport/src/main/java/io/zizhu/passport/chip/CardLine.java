package io.zizhu.passport.chip;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.passport.ChipReading;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jspecify.annotations.Nullable;

/**
 * Carries JMRTD's commands to one powered chip, and remembers how that ended. JMRTD wraps and sometimes swallows what a
 * line throws, so after any trouble the line itself is asked first. Owner thread.
 */
final class CardLine extends CardService {
    private static final long serialVersionUID = 1L;

    private final transient Reader reader;
    private final transient Card card;
    private final transient CardChannel channel;
    private final transient Patience patience;
    private transient @Nullable ChipReading ended;
    private transient @Nullable DeviceAway away;

    CardLine(Reader reader, Card card, Patience patience) {
        this.reader = reader;
        this.card = card;
        this.channel = card.getBasicChannel();
        this.patience = patience;
    }

    /**
     * How the line ended before the reading did.
     *
     * @throws DeviceAway where reader or chip fell silent, or the reader is gone
     */
    Optional<ChipReading> ended() throws DeviceAway {
        if (away != null) {
            throw away;
        }
        return Optional.ofNullable(ended);
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        if (ended == null && away == null) {
            byte[] bytes = command.getBytes();
            try {
                Optional<byte[]> answer = patience.over()
                        ? Optional.empty()
                        : reader.call("chip", patience, () -> channel.transmit(new javax.smartcardio.CommandAPDU(bytes))
                                .getBytes());
                if (answer.isPresent()) {
                    return new ResponseAPDU(answer.get());
                }
                ended = new ChipReading.Nothing();
            } catch (ExecutionException broken) {
                lost();
            } catch (DeviceAway gone) {
                away = gone;
            }
        }
        throw new CardServiceException("the line to the chip ended");
    }

    /** What lay there was moved, or the reader itself is gone. */
    private void lost() {
        try {
            String where = reader.occupied() ? "moved on the reader" : "taken away";
            ended = new ChipReading.Failed(new Fault(Fault.Kind.MOVED, "the document was " + where));
        } catch (DeviceAway gone) {
            away = gone;
        }
    }

    @Override
    public void open() {
        state = SESSION_STARTED_STATE;
    }

    @Override
    public boolean isOpen() {
        return state == SESSION_STARTED_STATE;
    }

    @Override
    public byte[] getATR() {
        return card.getATR().getBytes();
    }

    @Override
    public boolean isConnectionLost(Exception trouble) {
        return ended != null || away != null;
    }

    @Override
    public void close() {
        if (state == SESSION_STARTED_STATE) {
            state = SESSION_STOPPED_STATE;
            reader.release(card, !(ended instanceof ChipReading.Failed));
        }
    }
}
