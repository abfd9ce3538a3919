package io.zizhu.terminal.watch;

import io.zizhu.agent.rollout.Proof;
import io.zizhu.device.DeviceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The proof a new bundle gives: what was online before is online again at the end, the journal writes, the door answers.
 * What was away already is not the bundle's fault; a device that it brought along must come up.
 */
public final class NoWorse implements Proof {
    private final Supplier<List<DeviceState>> devices;
    private final BooleanSupplier journal;
    private final BooleanSupplier door;

    public NoWorse(Supplier<List<DeviceState>> devices, BooleanSupplier journal, BooleanSupplier door) {
        this.devices = devices;
        this.journal = journal;
        this.door = door;
    }

    @Override
    public Trial begin() {
        Set<String> well = devices.get().stream()
                .filter(DeviceState::online)
                .map(state -> state.id().value())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> before =
                devices.get().stream().map(state -> state.id().value()).collect(Collectors.toUnmodifiableSet());
        return () -> sign(well, before);
    }

    private Sign sign(Set<String> well, Set<String> before) {
        if (!journal.getAsBoolean()) {
            return new Sign.Ill("the journal cannot be written");
        }
        if (!door.getAsBoolean()) {
            return new Sign.Ill("the web server does not answer");
        }
        Optional<DeviceState> worse = devices.get().stream()
                .filter(state -> !state.online())
                .filter(state -> well.contains(state.id().value())
                        || !before.contains(state.id().value()))
                .findFirst();
        return worse.<Sign>map(state -> new Sign.Ill("device " + state.id() + " is "
                        + state.status().word()
                        + state.fault().map(fault -> ", " + fault).orElse("")))
                .orElseGet(Sign.Well::new);
    }
}
