package io.zizhu.driver.training;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.dispense.Dispenser;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Left;
import io.zizhu.device.dispense.Stores;
import io.zizhu.device.profile.Ability;
import java.util.Map;
import java.util.Set;

/** A card and booklet dispenser on the training line. */
final class TrainingDispenser implements Dispenser {
    static final Set<Ability> ABILITIES = Set.of(Ability.SENSE_TAKEN, Ability.RETAIN);

    private final TrainingLine line;
    private final Handing handing;

    TrainingDispenser(TrainingLine line) {
        this.line = line;
        this.handing = new Handing(line);
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return line.pulse();
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Handover present(String hopper, Patience patience) {
        return handing.move("present", Map.of("hopper", hopper), patience);
    }

    @Override
    public Left awaitTaken(Patience patience) {
        return handing.awaitTaken(patience);
    }

    @Override
    public Stores stores(Patience patience) throws DeviceAway {
        return handing.stores(patience);
    }

    @Override
    public void wipe() {
        line.wipe();
    }

    @Override
    public void close() {
        line.close();
    }
}
