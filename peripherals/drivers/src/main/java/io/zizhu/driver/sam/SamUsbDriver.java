package io.zizhu.driver.sam;

import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.UsbLink;

/**
 * Opens SAM_V card readers on USB bulk pipes. Settings: {@code usb} (VID:PID, 0400:c35a), {@code serial} where there are
 * two alike, {@code interface} (0), the endpoint map {@code out} (02:7,06) and {@code in} (81:7,85), {@code poll-ms}
 * (300). The map of the defaults is the SAM_V paper's: preamble and length on one endpoint, the rest on the other;
 * readers that carry the whole frame on one pair say {@code out} 01 and {@code in} 82, or whatever theirs are.
 */
public final class SamUsbDriver extends SamOpener {
    /** What counts where a binding says nothing else; the VID:PID is common, not verified. */
    public static final UsbLink.Usual USUAL = new UsbLink.Usual("0400:c35a", "02:7,06", "81:7,85");

    /** For the service loader. */
    public SamUsbDriver() {
        this(binding -> UsbLink.open(binding, USUAL), PhotoDecoder.installed());
    }

    public SamUsbDriver(Plug plug, PhotoDecoder photos) {
        super(
                "sam-usb",
                plug,
                photos,
                "on USB bulk pipes",
                UsbLink.settings(USUAL),
                "kit in memory through the USB link; a whole card through libusb, replayed by umockdev; never on hardware");
    }
}
