package io.zizhu.driver.scan;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.HidrawLink;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens code scanners in HID POS mode (usage page 8C) through the kernel's hidraw. A keyboard wedge is no such scanner:
 * it would type into the citizen's screen.
 *
 * <p>Settings: {@code path} ({@code /dev/hidraw…}, by a udev link), {@code charset} (UTF-8), {@code gap-ms} (300), and
 * where the model's reports differ from {@link HidLayout#USUAL}: {@code report-id report-bytes length-at symbology-at
 * data-at data-bytes continued-at continued-bit}.
 */
public final class ScannerHidDriver implements Driver {
    private final Plug plug;

    public ScannerHidDriver() {
        this(HidrawLink::plug);
    }

    ScannerHidDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "scanner-hid";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Profile profile() {
        HidLayout usual = HidLayout.USUAL;
        return new Profile(
                "HID POS reports (usage page 8C) through the kernel's hidraw",
                List.of(
                        Setting.text("path"),
                        Setting.text("charset", "UTF-8"),
                        Setting.number("gap-ms", 300, 20, 5000),
                        Setting.number("report-id", usual.id(), 0, 255),
                        Setting.number("report-bytes", usual.bytes(), 8, 1024),
                        Setting.number("length-at", usual.lengthAt(), 0, 1023),
                        Setting.number("symbology-at", usual.symbologyAt(), 0, 1020),
                        Setting.number("data-at", usual.dataAt(), 0, 1023),
                        Setting.number("data-bytes", usual.dataBytes(), 1, 255),
                        Setting.number("continued-at", usual.continuedAt(), 0, 1023),
                        Setting.number("continued-bit", usual.continuedBit(), 0, 7)),
                Set.of(),
                "kit in memory and over a FIFO in place of /dev/hidraw; the reports as makers print them; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Manners manners = Manners.silent(binding);
        HidReports reports = new HidReports(HidLayout.of(binding));
        return new LineScanner(plug.open(binding), reports, manners);
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return SerialLink.there(binding, "path");
    }
}
