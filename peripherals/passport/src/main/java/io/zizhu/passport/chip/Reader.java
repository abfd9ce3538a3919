package io.zizhu.passport.chip;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader of the PC/SC service, over a line of its own. Owner thread, but for {@link #close}. */
final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final NativeThread hand;
    private final CardTerminals line;
    private final CardTerminal terminal;

    private Reader(NativeThread hand, CardTerminals line, CardTerminal terminal) {
        this.hand = hand;
        this.line = line;
        this.terminal = terminal;
    }

    /**
     * Opens a line to the service.
     *
     * @param socket where the service listens, if not at its usual place
     * @param part of the reader's name, in upper or lower case; empty for the first one
     */
    static Reader open(PcscService service, Optional<String> socket, Optional<String> part, Duration silence)
            throws DeviceAway {
        NativeThread hand = new NativeThread(silence);
        try {
            CardTerminals line = ask(hand, "PC/SC service", () -> service.connect(socket));
            List<CardTerminal> all = ask(hand, "PC/SC readers", line::list);
            Optional<CardTerminal> found =
                    all.stream().filter(each -> matches(each, part)).findFirst();
            if (found.isEmpty()) {
                hand.leave(() -> letGo(line));
                throw new DeviceAway(
                        Fault.Kind.LOST,
                        "PC/SC knows " + all.size() + " readers, none "
                                + part.map(name -> "called \"" + name + "\"").orElse("to use"));
            }
            return new Reader(hand, line, found.get());
        } catch (DeviceAway | RuntimeException trouble) {
            hand.close();
            throw trouble;
        }
    }

    private static boolean matches(CardTerminal terminal, Optional<String> part) {
        String name = terminal.getName().toLowerCase(Locale.ROOT);
        return part.map(wanted -> name.contains(wanted.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    /** True where a card or document lies on it. @throws DeviceAway where the reader or its service is gone */
    boolean occupied() throws DeviceAway {
        return ask(hand, "PC/SC reader", () -> {
            boolean known = line.list().stream().anyMatch(each -> each.getName().equals(terminal.getName()));
            if (!known) {
                throw new CardException("no such reader any more");
            }
            return terminal.isCardPresent();
        });
    }

    /** Powers what lies there; empty where it does not answer as a chip, or patience is over. */
    Optional<Card> power(Patience patience) throws DeviceAway {
        try {
            return hand.call("power", patience, () -> terminal.connect("*"));
        } catch (ExecutionException mute) {
            LOG.debug("{} does not power its card: {}", terminal.getName(), cause(mute));
            occupied(); // says so where the reader itself is gone
            return Optional.empty();
        }
    }

    /** One call about a powered card. */
    <T> Optional<T> call(String what, Patience patience, Callable<T> call) throws DeviceAway, ExecutionException {
        return hand.call(what, patience, call);
    }

    /**
     * Lets go of a card.
     *
     * @param reset so that its session is over; not for a card that was taken away: where a reset fails, pcscd takes the
     *     card for swallowed, and does not see it when it is back before the next look (400 ms)
     */
    void release(Card card, boolean reset) {
        hand.leave(() -> {
            try {
                card.disconnect(reset);
            } catch (CardException gone) {
                LOG.debug("{}: {}", terminal.getName(), gone.getMessage());
            }
        });
    }

    private static <T> T ask(NativeThread hand, String what, Callable<T> call) throws DeviceAway {
        try {
            return hand.call(what, Patience.of(Duration.ofDays(1)), call).orElseThrow();
        } catch (ExecutionException trouble) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, what + ": " + cause(trouble)), trouble);
        }
    }

    private static String cause(ExecutionException trouble) {
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return cause instanceof LinkageError
                ? "its library is not there; install libpcsclite1"
                : cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    private static void letGo(CardTerminals line) {
        if (line instanceof AutoCloseable context) { // jnasmartcardio's is
            try {
                context.close();
            } catch (Exception gone) {
                LOG.debug("PC/SC line: {}", gone.getMessage());
            }
        }
    }

    @Override
    public void close() {
        hand.leave(() -> letGo(line));
        hand.close();
    }
}
