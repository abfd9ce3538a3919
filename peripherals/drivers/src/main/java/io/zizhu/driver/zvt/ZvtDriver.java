package io.zizhu.driver.zvt;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Profile;
import io.zizhu.device.Setting;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Opens card terminals that speak ZVT over TCP. Settings: {@code host}, {@code port}, {@code password} (000000),
 * {@code currency} (CNY).
 */
public final class ZvtDriver implements Driver {
    private static final Duration REGISTRATION = Duration.ofSeconds(6);

    private final Plug plug;

    /** For the service loader: over TCP. */
    public ZvtDriver() {
        this(TcpLink::plug);
    }

    ZvtDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "zvt-tcp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAY_PAD;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "ZVT over TCP",
                List.of(
                        Setting.text("host"),
                        Setting.number("port", 20_007, 1, 65_535),
                        Setting.like("password", "\\d{6}", "six digits").or("000000"),
                        Setting.like("currency", "[A-Z]{3}", "ISO 4217 letters").or("CNY")),
                ZvtPad.ABILITIES,
                "kit over TCP; published example frames; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        ZvtSettings settings = ZvtSettings.of(binding);
        ZvtPad.Dial dial = patience -> register(plug.open(binding), settings, patience);
        return new ZvtPad(dial.open(Patience.of(REGISTRATION)), settings, dial);
    }

    private static ZvtPad.Session register(Link line, ZvtSettings settings, Patience patience) throws DeviceAway {
        ZvtLink link = new ZvtLink(line, settings.place());
        Apdu registration = Words.registration(settings.password(), settings.number());
        return switch (Dialogue.ask(link, registration, patience.atMost(REGISTRATION))) {
            case Ended.Completed completed -> new ZvtPad.Session(link, terminal(completed.data()));
            case Ended.Aborted aborted -> throw refused(link, aborted.code());
            case Ended.Rejected(int code) -> throw refused(link, code);
            case Ended.NotSent(Fault fault) -> throw away(link, fault);
            case Ended.Lost(Fault fault) -> throw away(link, fault);
        };
    }

    /** Some pads put one status byte before the fields; the terminal id is found in either form. */
    private static String terminal(byte[] data) {
        String plain = Fields.read(data).text(Fields.TERMINAL);
        return plain.isEmpty() ? Fields.read(data, 1).text(Fields.TERMINAL) : plain;
    }

    private static DeviceAway refused(ZvtLink link, int code) {
        return away(
                link,
                new Fault(
                        Fault.Kind.REFUSED,
                        String.format(Locale.ROOT, "%s refuses the registration with %02X", link.place(), code)));
    }

    private static DeviceAway away(ZvtLink link, Fault fault) {
        link.close();
        return new DeviceAway(fault);
    }
}
