package io.zizhu.sim.peer.training;

import io.zizhu.device.DeviceKind;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Refused;
import java.util.List;
import java.util.Map;

/** What a training device does, without the line. Every method: any thread; errands come one at a time. */
public interface Trade {
    /** The role on the training terminal, such as {@code finger-reader}. */
    String id();

    DeviceKind kind();

    /** The driver that is meant to speak with it, such as {@code finger-training}. */
    String driver();

    /**
     * Carries out one {@code ask} and says how it ended. Blocks, looking at {@link Errand#over} or waiting by
     * {@link Errand#await}: once that is over it ends soon, with what is true then.
     */
    Ended perform(Errand errand);

    /**
     * The answer to {@code what=state}: {@code status}, one of the ten words; {@code media}; {@code spot-WORD} for each
     * spot; {@code fault} and {@code reason} where there is one.
     */
    Map<String, String> state();

    /**
     * What a person (or bad luck) does to the device, beyond plug and line.
     *
     * @throws Refused where the device knows no such act, or it makes no sense now
     */
    void act(String act, Map<String, String> with) throws Refused;

    /** The act {@code clear}: every trouble that a technician can end is ended. */
    default void clear() {}

    /** How it stands, for the person at the bench. */
    Map<String, String> about();

    /** What came out so far, oldest first. */
    default List<Out> out() {
        return List.of();
    }
}
