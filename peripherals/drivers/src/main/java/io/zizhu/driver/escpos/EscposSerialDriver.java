package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;

/** Opens ESC/POS printers on a serial line. Settings: {@code port} (path), {@code baud} (115200). */
public final class EscposSerialDriver implements Driver {
    private final Plug plug;

    /** For the service loader. */
    public EscposSerialDriver() {
        this(SerialLink::plug);
    }

    public EscposSerialDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "escpos-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return EscposPrinter.open(plug.open(binding));
    }
}
