package io.zizhu.device.dispense;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.profile.Setting;
import java.util.List;

/**
 * One model of a device whose protocol only its vendor may tell: a jar beside the terminal's own, found by
 * {@code ServiceLoader} under this interface's name. It depends on {@code peripherals-contract} alone, and keeps what
 * the kit of its device class asks ({@code peripherals-tck}). The product runs with none present.
 */
public interface VendorPlugin {
    /** The word the binding's setting {@code model} names, such as {@code acme-d200}; unique among its kind. */
    String model();

    /** {@code CARD_DISPENSER}, {@code ENDORSEMENT_MACHINE} or {@code LOCKER}. */
    DeviceKind kind();

    /** Under which licence it may be used here, as SPDX says it or in a sentence; shown to technicians. */
    String licence();

    /** The native libraries it loads, by file name; empty for pure Java. */
    List<String> nativeLibraries();

    /** Its own keys, beside {@code model}. */
    List<Setting> settings();

    /**
     * Opens and probes the device; as {@link io.zizhu.device.Driver#open}.
     *
     * @return an instance of the contract of {@link #kind()}
     */
    Device open(Binding binding) throws DeviceAway;
}
