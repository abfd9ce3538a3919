package io.zizhu.device;

import io.zizhu.device.profile.Ability;
import java.util.Optional;
import java.util.Set;

/**
 * A live device. Every method is called by the keeper's one owner thread, blocks at most as long as its
 * {@link Patience} says, and answers trouble with a value. Throwing {@link DeviceAway} means: the link is gone, close
 * and reopen. Methods that any thread may call say so.
 */
public interface Device extends AutoCloseable {
    /** A cheap question for both axes, asked when idle, about once a second. */
    Pulse pulse() throws DeviceAway;

    /**
     * How it stands in the midst of an act, as far as that showed: so that paper that ran out is seen while a print waits
     * for it. Looked at by the keeper while an act lasts; any thread, never blocks.
     *
     * @return empty where nothing is to be told beside the last pulse
     */
    default Optional<Pulse> news() {
        return Optional.empty();
    }

    /** What this very device can do beyond the least of its contract; asked before it is used. Any thread. */
    default Set<Ability> abilities() {
        return Set.of();
    }

    /** A lease ended: forgets whatever of the person is still in a buffer. Owner thread; nothing where none is kept. */
    default void wipe() {}

    /** Lets go of port and buffers, wiping personal data; never throws, any thread, more than once. */
    @Override
    void close();
}
