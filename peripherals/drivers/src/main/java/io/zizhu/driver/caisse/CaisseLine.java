package io.zizhu.driver.caisse;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks one question on one connection, as the known tills do: so no answer that comes late is ever taken for the next one.
 * Owner thread; {@link #close} by any.
 */
final class CaisseLine implements AutoCloseable {
    /** So long nothing must follow behind a whole record for the message to be over. */
    private static final long QUIET_MILLIS = 150;

    /** More than any answer holds. */
    private static final int LONGEST = 8_192;

    private static final String STATUS = "AE";
    private static final String TAKEN_NOTE_OF = "11";

    /** How a question ended. */
    sealed interface Told {
        record Answer(CaisseMessage message) implements Told {}

        /** Nobody was there to ask. */
        record NotSent(Fault fault) implements Told {}

        /** Asked, and no whole answer. */
        record Lost(Fault fault) implements Told {}
    }

    private final Plug plug;
    private final Binding binding;
    private final String place;
    private volatile Optional<Link> open = Optional.empty();
    private volatile boolean closed;

    CaisseLine(Plug plug, Binding binding, String place) {
        this.plug = plug;
        this.binding = binding;
        this.place = place;
    }

    Told ask(CaisseMessage question, Patience patience) {
        Link link;
        try {
            link = plug.open(binding);
        } catch (DeviceAway away) {
            return new Told.NotSent(away.fault());
        }
        open = Optional.of(link);
        if (closed) { // while we dialled
            link.close();
        }
        try {
            link.send(question.wire());
            return new Told.Answer(answer(link, patience));
        } catch (DeviceAway away) {
            return new Told.Lost(away.fault());
        } finally {
            open = Optional.empty();
            link.close();
        }
    }

    private CaisseMessage answer(Link link, Patience patience) throws DeviceAway {
        byte[] kept = {};
        while (true) {
            CaisseMessage.Heard heard = CaisseMessage.read(kept);
            if (heard.broken() || kept.length > LONGEST) {
                throw new DeviceAway(Fault.Kind.GARBLED, place + ": said what is no Caisse-AP");
            }
            boolean whole = heard.end() == kept.length;
            Optional<CaisseMessage> said = whole
                    ? heard.messages().stream().filter(CaisseLine::isFinal).findFirst()
                    : Optional.empty();
            byte[] more = said.isPresent() ? moreAtOnce(link) : link.receive(patience);
            if (more.length == 0) {
                return said.orElseThrow(() -> new DeviceAway(Fault.Kind.SILENT, place + ": no answer in time"));
            }
            byte[] both = Arrays.copyOf(kept, kept.length + more.length);
            System.arraycopy(more, 0, both, kept.length, more.length);
            Arrays.fill(kept, (byte) 0);
            Arrays.fill(more, (byte) 0);
            kept = both;
        }
    }

    /** What still belongs to an answer that may be over; nothing where the pad said all and hung up. */
    private static byte[] moreAtOnce(Link link) {
        try {
            return link.receive(Patience.ofMillis(QUIET_MILLIS));
        } catch (DeviceAway hungUp) {
            return new byte[0];
        }
    }

    private static boolean isFinal(CaisseMessage message) {
        return message.find(STATUS)
                .filter(status -> !status.equals(TAKEN_NOTE_OF))
                .isPresent();
    }

    @Override
    public void close() {
        closed = true;
        open.ifPresent(Link::close);
    }
}
