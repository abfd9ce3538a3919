package io.zizhu.device.dispense;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * What holds something out to a person. Handing out is two acts, for what lies at the exit is not yet in anybody's hand:
 * first it is presented (each device class in its own way), then {@link #awaitTaken} tells what became of it. Its pulse
 * tells {@code EXIT} ({@code PRESENT} while something lies there, {@code JAMMED}), {@code BIN} and its stock by
 * {@link Stores#supplies}.
 */
public interface Presenter {
    /**
     * Waits until the person has taken what was presented last. Once patience is over, or the caller gives up, the device
     * draws it in where it can. Asked again about the same thing it answers the same. Owner thread.
     */
    Left awaitTaken(Patience patience) throws DeviceAway;

    /** What is in stock and in the bin. Owner thread. */
    Stores stores(Patience patience) throws DeviceAway;
}
