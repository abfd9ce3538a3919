package io.zizhu.device.card;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.device.profile.Ability;
import java.util.Map;
import java.util.Set;

/** Reads identity cards laid on its plate. */
public interface CardReader extends Device {
    /** Waits for a card and reads it whole. A card that lies there already counts. */
    Reading read(Patience patience) throws DeviceAway;

    /**
     * The same, and besides the text what is asked for, as far as {@link #abilities} has it: {@code READ_FINGERS},
     * {@code READ_NEW_ADDRESS}. Each takes longer, and fingers are of nobody's concern unless a matter needs them.
     */
    default Reading read(Set<Ability> also, Patience patience) throws DeviceAway {
        return read(patience);
    }

    /** What the reader tells of itself, for technicians, such as {@code sam-id}; never of a card or person. Any thread. */
    default Map<String, String> facts() {
        return Map.of();
    }
}
