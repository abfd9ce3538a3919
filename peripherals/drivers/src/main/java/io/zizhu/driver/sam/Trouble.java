package io.zizhu.driver.sam;

import io.zizhu.device.Fault;

/** What a status other than "done" means to the kiosk (SW3 table of reference/devices.md 2.1). */
final class Trouble {
    private Trouble() {}

    static Fault of(Command command, Answer answer) {
        String where = command + " answered " + String.format("%02X", answer.status()) + ", ";
        return switch (answer.status()) {
            case 0x10 -> new Fault(Fault.Kind.GARBLED, where + "wrong check: line noise");
            case 0x11 -> new Fault(Fault.Kind.GARBLED, where + "wrong length: line noise");
            case 0x21, 0x23, 0x24 -> new Fault(Fault.Kind.MISCONFIGURED, where + "wrong command or no right");
            case 0x31, 0x32, 0x33 -> new Fault(Fault.Kind.REFUSED, where + "card and module do not trust each other");
            case 0x40 -> new Fault(Fault.Kind.REFUSED, where + "unknown card type");
            case 0x41, 0x80, 0x81 -> new Fault(Fault.Kind.MOVED, where + "the card moved");
            case 0x47, 0x60, 0x66 -> new Fault(Fault.Kind.BROKEN, where + "the module is broken or not licensed");
            case 0x91 -> new Fault(Fault.Kind.REFUSED, where + "the card has no such content");
            default -> new Fault(Fault.Kind.GARBLED, where + "which the protocol does not know");
        };
    }
}
