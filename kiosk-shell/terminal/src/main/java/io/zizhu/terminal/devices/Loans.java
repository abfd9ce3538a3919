package io.zizhu.terminal.devices;

import io.zizhu.device.Device;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.keep.Missed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who has the devices: while there is a holder, each device it asks becomes its own, until it lets go of all of them or has
 * asked nothing for {@link #IDLE}. Any thread.
 */
final class Loans {
    /** Longer than any one act and any quiet moment of a visit. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final Map<Keeper<?>, Lease<?>> leases = new HashMap<>();
    private Optional<String> holder = Optional.empty();

    synchronized void begin(String who) { // begun by the visit, asked by its effects' threads
        letGo();
        holder = Optional.of(who);
    }

    synchronized void end(String who) {
        if (holder.equals(Optional.of(who))) {
            letGo();
        }
    }

    private void letGo() {
        leases.values().forEach(Lease::close);
        leases.clear();
        holder = Optional.empty();
    }

    <D extends Device, R> R ask(Keeper<D> keeper, Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        return of(keeper)
                .map(lease -> lease.ask(patience, act, otherwise))
                .orElseGet(
                        () -> keeper.ask(patience, act, otherwise)); // nobody's, or somebody else's: then it is missed
    }

    @SuppressWarnings("unchecked") // put in under its own keeper, below
    private synchronized <D extends Device> Optional<Lease<D>> of(Keeper<D> keeper) {
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        Lease<?> mine = leases.get(keeper);
        if (mine == null || mine.over()) {
            Optional<Lease<D>> fresh = keeper.lease(holder.get(), IDLE);
            fresh.ifPresent(lease -> leases.put(keeper, lease));
            return fresh;
        }
        mine.renew(IDLE);
        return Optional.of((Lease<D>) mine);
    }
}
