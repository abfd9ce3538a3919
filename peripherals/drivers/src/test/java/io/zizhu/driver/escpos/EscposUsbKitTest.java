package io.zizhu.driver.escpos;

import io.zizhu.driver.LineRig;
import io.zizhu.driver.link.UsbLink;
import io.zizhu.tck.Rig;

/** The same kit through the USB link: one pair of bulk endpoints, packets of 64 bytes. */
class EscposUsbKitTest extends EscposKitTest {
    @Override
    protected Rig rig() throws Exception {
        return LineRig.onUsb(peer, MIDDLE, EscposUsbDriver::new, new UsbLink.Usual("04b8:0202", "01", "82"), 0);
    }
}
