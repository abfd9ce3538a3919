package io.zizhu.device;

import io.zizhu.device.profile.Profile;
import java.util.Optional;

/**
 * Who can open one kind of device over one protocol. Found by {@code ServiceLoader}, matched by {@link #id()} with the
 * binding; stateless.
 */
public interface Driver {
    /** The word settings use, such as {@code sam-serial}; unique among all drivers on the class path. */
    String id();

    DeviceKind kind();

    /** What it speaks, which settings it knows, what its devices can do; the same at every call. Any thread. */
    Profile profile();

    /**
     * Opens the link and probes the device. Called on the keeper's owner thread, again and again with growing pauses
     * while it throws.
     *
     * @return the live device, an instance of the contract of {@link #kind()}
     * @throws DeviceAway where a setting is wrong (naming it) or nobody answers
     */
    Device open(Binding binding) throws DeviceAway;

    /**
     * Whether the device's line is there at all, cheaply and without opening it: a port's path, a USB device. Asked twice a
     * second while the device is away, on the owner thread, so that one plugged in again need not wait for its turn.
     *
     * @return empty where that cannot be told without disturbing anybody
     */
    default Optional<Boolean> there(Binding binding) {
        return Optional.empty();
    }

    /** True for drivers that only a training profile may bind. */
    default boolean trainingOnly() {
        return false;
    }
}
