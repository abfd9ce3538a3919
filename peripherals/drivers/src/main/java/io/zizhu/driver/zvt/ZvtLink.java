package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.util.Arrays;
import java.util.Optional;

/** A line to a pad that carries whole APDUs. Used by the owner thread; {@link #close} by any. */
final class ZvtLink implements AutoCloseable {
    private final Link link;
    private final String place;
    private final ApduStream stream = new ApduStream();

    /** @param place what faults call it, such as {@code 10.0.0.7:20007} */
    ZvtLink(Link link, String place) {
        this.link = link;
        this.place = place;
    }

    String place() {
        return place;
    }

    void send(Apdu apdu) throws DeviceAway {
        link.send(apdu.wire());
    }

    /** The next message of the pad; empty where none is whole within that time. */
    Optional<Apdu> receive(long millis) throws DeviceAway {
        Patience slice = Patience.ofMillis(millis);
        Optional<Apdu> apdu = stream.next();
        while (apdu.isEmpty()) {
            byte[] came = link.receive(slice);
            if (came.length == 0) {
                return apdu;
            }
            stream.feed(came, came.length);
            Arrays.fill(came, (byte) 0);
            apdu = stream.next();
        }
        return apdu;
    }

    @Override
    public void close() {
        link.close();
    }
}
