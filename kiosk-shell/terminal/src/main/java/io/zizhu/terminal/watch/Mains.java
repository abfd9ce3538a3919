package io.zizhu.terminal.watch;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the current is about to end: a UPS says that its battery is at its end, and from then on until the mains are
 * back. A UPS that cannot be asked says nothing new, so what it said last holds; one that is bound no more counts no
 * more. Asked by one thread.
 */
public final class Mains implements BooleanSupplier {
    private final Supplier<List<DeviceState>> devices;
    private boolean failing;

    public Mains(Supplier<List<DeviceState>> devices) {
        this.devices = devices;
    }

    @Override
    public boolean getAsBoolean() {
        List<DeviceState> supplies = devices.get().stream()
                .filter(state -> state.kind() == DeviceKind.UPS)
                .toList();
        boolean empty = supplies.stream().anyMatch(ups -> ups.online() && says(ups, Spot.BATTERY, Media.OUT));
        boolean back = supplies.stream().allMatch(ups -> ups.online() && says(ups, Spot.MAINS, Media.PRESENT));
        failing = empty || (failing && !back);
        return failing;
    }

    private static boolean says(DeviceState ups, Spot spot, Media media) {
        return ups.supplies().getOrDefault(spot, Media.UNKNOWN) == media;
    }
}
