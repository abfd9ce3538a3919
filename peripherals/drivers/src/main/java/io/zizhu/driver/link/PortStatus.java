package io.zizhu.driver.link;

/**
 * The one byte that GET_PORT_STATUS of the USB printer class (1.1, section 4.2.2) brings: what the parallel port's lines
 * once said.
 */
public record PortStatus(boolean paperEmpty, boolean selected, boolean error) {
    static PortStatus of(byte status) {
        return new PortStatus((status & 0x20) != 0, (status & 0x10) != 0, (status & 0x08) == 0);
    }

    /** For a technician. */
    public String words() {
        return (selected ? "selected" : "not selected")
                + (paperEmpty ? ", paper empty" : "")
                + (error ? ", error" : "");
    }
}
