package io.zizhu.driver.escpos;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import java.util.Map;
import java.util.Optional;

/**
 * What the real-time status {@code DLE EOT 2, 3, 4} says, as bits of reference/devices.md 2.3; pure.
 *
 * @param offline n=2: bit 2 cover open, bit 5 stopped for want of paper
 * @param error n=3: bit 2 recoverable (waits for {@code DLE ENQ}), bit 3 cutter, bit 5 unrecoverable, bit 6 recovers by
 *     itself
 * @param roll n=4: bits 2 and 3 near its end, bits 5 and 6 at its end
 */
record Condition(int offline, int error, int roll) {
    boolean coverOpen() {
        return (offline & 0x04) != 0;
    }

    boolean out() {
        return (offline & 0x20) != 0 || (roll & 0x60) != 0;
    }

    boolean low() {
        return (roll & 0x0C) != 0;
    }

    /** An open cover over a slip in the works is an error as well, but no jam. */
    boolean jammed() {
        return (error & 0x08) != 0 || ((error & 0x04) != 0 && !coverOpen());
    }

    /** A person has mended it; it waits for {@code DLE ENQ} to go on or to drop what it was printing. */
    boolean waitsForWord() {
        return (error & 0x2C) == 0x04 && !coverOpen() && !out();
    }

    boolean broken() {
        return (error & 0x20) != 0;
    }

    /** Why nothing can be printed now; a head too hot recovers by itself and is no reason. */
    Optional<Fault> obstacle() {
        if (broken()) {
            return Optional.of(new Fault(Fault.Kind.BROKEN, "unrecoverable error" + bits()));
        }
        if (coverOpen()) {
            return Optional.of(new Fault(Fault.Kind.MEDIA, "cover open" + bits()));
        }
        if (jammed()) {
            return Optional.of(new Fault(Fault.Kind.MEDIA, "cutter or paper jam" + bits()));
        }
        return out() ? Optional.of(new Fault(Fault.Kind.MEDIA, "paper out" + bits())) : Optional.empty();
    }

    /** An open cover is for a person to close; without paper it is still online. */
    Pulse pulse() {
        Media media = jammed() ? Media.JAMMED : out() ? Media.OUT : low() ? Media.LOW : Media.FULL;
        Status status = broken() ? Status.HARDWARE_ERROR : coverOpen() ? Status.USER_ERROR : Status.ONLINE;
        return new Pulse(status, media, obstacle()).with(Map.of(Spot.PAPER, media));
    }

    private String bits() {
        return String.format(" (DLE EOT 2=%02X 3=%02X 4=%02X)", offline, error, roll);
    }
}
