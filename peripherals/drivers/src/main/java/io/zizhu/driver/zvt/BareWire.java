package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.ApduStream;
import java.util.Arrays;
import java.util.Optional;

/** APDUs one after the other, as on TCP. */
final class BareWire implements Wire {
    private final Link link;
    private final String place;
    private final ApduStream stream = new ApduStream();

    BareWire(Link link, String place) {
        this.link = link;
        this.place = place;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void send(Apdu apdu) throws DeviceAway {
        link.send(apdu.wire());
    }

    @Override
    public Optional<Apdu> receive(long millis) throws DeviceAway {
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
    public void farewell(Apdu apdu) throws DeviceAway {
        send(apdu);
    }

    @Override
    public void close() {
        link.close();
    }
}
