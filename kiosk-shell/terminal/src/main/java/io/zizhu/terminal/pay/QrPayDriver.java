package io.zizhu.terminal.pay;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.service.port.PayOffice;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens payment by code. Settings: {@code way} ({@code show}: the person scans a code from the screen; {@code scan}: the
 * terminal's scanner reads the person's code), and the pace: {@code poll-ms ask-ms away-ms probe-ms}. Not found by the
 * service loader: it needs the terminal's line and scanner.
 */
public final class QrPayDriver implements Driver {
    public static final String ID = "qr-pay";

    private static final List<String> WAYS = List.of("show", "scan");

    private final PayOffice office;
    private final Scanners scanners;
    private final OrderBook book;
    private final InstantSource clock;

    public QrPayDriver(PayOffice office, Scanners scanners, OrderBook book, InstantSource clock) {
        this.office = office;
        this.scanners = scanners;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.QR_PAY;
    }

    @Override
    public Profile profile() {
        List<Setting> settings = new ArrayList<>(Pace.settings());
        settings.addFirst(Setting.oneOf("way", WAYS));
        return new Profile(
                "questions to the centre's payment back office over the line",
                settings,
                Set.of(
                        Ability.SETTLE,
                        Ability.ABORT,
                        Ability.REVERSE,
                        Ability.REFUND,
                        Ability.SHOW_CODE,
                        Ability.SCAN_CODE),
                "kit in both ways against a scripted office; the whole way against the centre's training acquirer; never"
                        + " with a provider");
    }

    /** The line to the centre is this device's plug. */
    @Override
    public Optional<Boolean> there(Binding binding) {
        return Optional.of(office.there());
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Pace pace = Pace.of(binding);
        OrderWatch watch = new OrderWatch(office, book, pace);
        Way way = binding.setting("way").equals("scan")
                ? new ScanWay(office, scanners, pace)
                : new ShowWay(office, pace, clock);
        QrPad pad = new QrPad(office, book, pace, watch, way);
        pad.pulse();
        return pad;
    }
}
