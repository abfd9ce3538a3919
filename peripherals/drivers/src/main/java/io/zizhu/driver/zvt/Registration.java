package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.Fields;
import io.zizhu.driver.zvt.apdu.Words;
import java.time.Duration;
import java.util.Locale;

/** The first command on a new line: from then on the pad is ours, prints through us and tells what it does. */
final class Registration {
    /** As long as it may take at most. */
    static final Duration LIMIT = Duration.ofSeconds(6);

    private Registration() {}

    /** @return the registered line; closes it where the pad does not register us */
    static PadLine.Session on(Wire wire, ZvtSettings settings, Patience patience) throws DeviceAway {
        Apdu registration = Words.registration(settings.password(), settings.number());
        return switch (Dialogue.ask(wire, registration, patience.atMost(LIMIT))) {
            case Ended.Completed completed -> new PadLine.Session(wire, terminal(completed.data()));
            case Ended.Aborted aborted -> throw refused(wire, aborted.code());
            case Ended.Rejected(int code) -> throw refused(wire, code);
            case Ended.NotSent(Fault fault) -> throw away(wire, fault);
            case Ended.Lost(Fault fault) -> throw away(wire, fault);
        };
    }

    /** Some pads put one status byte before the fields; the terminal id is found in either form. */
    private static String terminal(byte[] data) {
        String plain = Fields.read(data).text(Fields.TERMINAL);
        return plain.isEmpty() ? Fields.read(data, 1).text(Fields.TERMINAL) : plain;
    }

    private static DeviceAway refused(Wire wire, int code) {
        return away(
                wire,
                new Fault(
                        Fault.Kind.REFUSED,
                        String.format(Locale.ROOT, "%s refuses the registration with %02X", wire.place(), code)));
    }

    private static DeviceAway away(Wire wire, Fault fault) {
        wire.close();
        return new DeviceAway(fault);
    }
}
