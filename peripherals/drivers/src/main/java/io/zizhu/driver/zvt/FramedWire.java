package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.SerialFrame;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/**
 * APDUs in {@link SerialFrame}s: every frame is sent until the pad took it, three times at most, and every frame of the
 * pad is taken with {@code 06} or sent back with {@code 15}.
 *
 * <p>A pad that missed our {@code 06} sends its frame again while we wait for its {@code 06} to our answer; that one is
 * taken and dropped, lest a line be printed twice.
 */
final class FramedWire implements Wire {
    private static final int TRIES = 3;

    /** How long the pad may take for its one byte, beside the time that our frame needs at 9600 baud. */
    private static final long TAKE_MILLIS = 500;

    private static final byte[] ACK = {SerialFrame.ACK};
    private static final byte[] NAK = {SerialFrame.NAK};
    private static final byte[] NONE = {};

    private final Link link;
    private final String place;
    private final SerialFrame frames = new SerialFrame();
    private final ArrayDeque<Apdu> waiting = new ArrayDeque<>();
    private byte[] chunk = NONE;
    private int at;
    private int broken;
    private Optional<Apdu> last = Optional.empty();

    FramedWire(Link link, String place) {
        this.link = link;
        this.place = place;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void send(Apdu apdu) throws DeviceAway {
        byte[] frame = SerialFrame.wire(apdu);
        Fault.Kind why = Fault.Kind.SILENT;
        for (int tries = 0; tries < TRIES; tries++) {
            link.send(frame);
            Optional<Boolean> taken = taken(Patience.ofMillis(TAKE_MILLIS + 2L * frame.length));
            if (taken.orElse(false)) {
                return;
            }
            why = taken.isPresent() ? Fault.Kind.GARBLED : Fault.Kind.SILENT;
        }
        throw new DeviceAway(why, place + ": did not take " + apdu + " in " + TRIES + " tries");
    }

    /** The pad's one byte; empty where it does not come. */
    private Optional<Boolean> taken(Patience patience) throws DeviceAway {
        while (true) {
            Optional<SerialFrame.Event> event = next(patience);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            switch (event.get()) {
                case SerialFrame.Event.Taken taken -> {
                    return Optional.of(true);
                }
                case SerialFrame.Event.Wanted wanted -> {
                    return Optional.of(false);
                }
                case SerialFrame.Event.Whole(Apdu apdu) -> {
                    link.send(ACK);
                    if (last.filter(apdu::equals).isEmpty()) {
                        keep(apdu);
                    }
                }
                case SerialFrame.Event.Broken damaged -> sendBack();
            }
        }
    }

    @Override
    public Optional<Apdu> receive(long millis) throws DeviceAway {
        Patience slice = Patience.ofMillis(millis);
        while (waiting.isEmpty()) {
            Optional<SerialFrame.Event> event = next(slice);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            switch (event.get()) {
                case SerialFrame.Event.Whole(Apdu apdu) -> {
                    link.send(ACK);
                    keep(apdu);
                }
                case SerialFrame.Event.Broken damaged -> sendBack();
                case SerialFrame.Event.Taken late -> {}
                case SerialFrame.Event.Wanted late -> {}
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void keep(Apdu apdu) {
        broken = 0;
        last = Optional.of(apdu);
        waiting.add(apdu);
    }

    private void sendBack() throws DeviceAway {
        broken++;
        if (broken > TRIES) {
            throw new DeviceAway(Fault.Kind.GARBLED, place + ": " + broken + " damaged frames one after the other");
        }
        link.send(NAK);
    }

    private Optional<SerialFrame.Event> next(Patience patience) throws DeviceAway {
        while (true) {
            while (at < chunk.length) {
                Optional<SerialFrame.Event> event = frames.take(chunk[at]);
                at++;
                if (event.isPresent()) {
                    return event;
                }
            }
            Arrays.fill(chunk, (byte) 0);
            chunk = link.receive(patience);
            at = 0;
            if (chunk.length == 0) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void farewell(Apdu apdu) throws DeviceAway {
        link.send(SerialFrame.wire(apdu));
    }

    @Override
    public void close() {
        link.close();
    }
}
