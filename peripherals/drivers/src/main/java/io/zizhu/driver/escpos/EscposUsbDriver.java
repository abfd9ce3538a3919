package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.UsbLink;

/**
 * Opens ESC/POS printers of the USB printer class (07). Settings: {@code usb} (VID:PID) and {@code serial}, both only
 * where more than one printer hangs on the bus. A printer that offers no bulk IN cannot answer and is refused.
 */
public final class EscposUsbDriver extends EscposDriver {
    /** For the service loader. */
    public EscposUsbDriver() {
        this(UsbLink::printer);
    }

    public EscposUsbDriver(Plug plug) {
        super(
                "escpos-usb",
                plug,
                "on USB, printer class",
                UsbLink.printerSettings(),
                "kit in memory through the USB link; look-up, port status and bulk through libusb, replayed by umockdev; never on hardware");
    }

    /** Where the printer's own protocol is silent, its port may still say why. */
    @Override
    public Device open(Binding binding) throws DeviceAway {
        Link link = plug.open(binding);
        String port = link instanceof UsbLink usb ? port(usb) : "";
        try {
            return EscposPrinter.open(link, binding);
        } catch (DeviceAway silent) {
            Fault fault = silent.fault();
            if (fault.kind() != Fault.Kind.SILENT || port.isEmpty()) {
                throw silent;
            }
            throw new DeviceAway(new Fault(Fault.Kind.SILENT, fault.detail() + "; its port says: " + port), silent);
        }
    }

    /** GET_PORT_STATUS; empty where the printer does not know it. What is lost is told by the next word on the link. */
    private static String port(UsbLink usb) {
        try {
            return usb.portStatus().words();
        } catch (DeviceAway unknown) {
            return "";
        }
    }
}
