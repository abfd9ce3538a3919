package io.zizhu.service.stock;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs out; the word is what rows, {@code /health} and the centre call it. */
public enum Supply {
    /** A4 sheets for certificates; security paper bears numbers. */
    A4("a4", DeviceKind.CERTIFICATE_PRINTER, 1, 60),
    /** Paper of the slip printer, in millimetres: a slip is as long as what stands on it. */
    ROLL("roll", DeviceKind.RECEIPT_PRINTER, 1000, 8_000),
    /** Blank cards. */
    CARD("card", DeviceKind.CARD_DISPENSER, 1, 20),
    /** Booklets that an endorsement is printed into. */
    BOOKLET("booklet", DeviceKind.ENDORSEMENT_MACHINE, 1, 10),
    /** Panels of the endorsement machine's ribbon. */
    RIBBON("ribbon", DeviceKind.ENDORSEMENT_MACHINE, 1, 40);

    private final String word;
    private final DeviceKind in;
    private final int unit;
    private final int little;

    Supply(String word, DeviceKind in, int unit, int little) {
        this.word = word;
        this.in = in;
        this.unit = unit;
        this.little = little;
    }

    public String word() {
        return word;
    }

    /** The kind of device that uses it up. */
    public DeviceKind in() {
        return in;
    }

    /** How much of the count people call one: a roll is counted in millimetres and spoken of in metres. */
    public int unit() {
        return unit;
    }

    /** Fewer than this is little, however slowly it is used. */
    public int little() {
        return little;
    }

    /** What these devices use up. */
    public static Stream<Supply> of(List<DeviceState> devices) {
        return Arrays.stream(values())
                .filter(supply -> devices.stream().anyMatch(device -> device.kind() == supply.in));
    }

    public static Optional<Supply> of(String word) {
        for (Supply supply : values()) {
            if (supply.word.equals(word)) {
                return Optional.of(supply);
            }
        }
        return Optional.empty();
    }
}
