package io.zizhu.driver.training;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Left;
import io.zizhu.device.dispense.Stores;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What every training device shares that hands something out. Owner thread. */
abstract class Handing implements Device {
    static final Set<Ability> ABILITIES = Set.of(Ability.SENSE_TAKEN, Ability.RETAIN);

    /** A motor that has begun is not stopped half-way: whoever has less time than this is refused. */
    private static final Duration LEAST = Duration.ofMillis(50);

    final TrainingLine line;

    Handing(TrainingLine line) {
        this.line = line;
    }

    @Override
    public final Pulse pulse() throws DeviceAway {
        return line.pulse();
    }

    @Override
    public final Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public final void wipe() {
        line.wipe();
    }

    @Override
    public final void close() {
        line.close();
    }

    /** Moves something to the exit; before the order trouble is {@code Refused}, after it {@code Unknown}. */
    final Handover move(String what, Map<String, String> with, Patience patience) {
        if (patience.left().compareTo(LEAST) < 0) {
            return new Handover.Refused(new Fault(Fault.Kind.BUSY, "no time left to begin"));
        }
        try {
            line.pulse();
        } catch (DeviceAway away) {
            return new Handover.Refused(away.fault());
        }
        try {
            Said done = line.ask(what, with, patience, Said::wipe);
            return switch (done.text("outcome")) {
                case "presented" -> new Handover.Presented();
                case "refused" -> new Handover.Refused(refusal(done));
                case "jammed" -> new Handover.Jammed(new Fault(Fault.Kind.MEDIA, what + ": " + done.text("reason")));
                case "busy" -> new Handover.Refused(new Fault(Fault.Kind.BUSY, "the device does something else"));
                default -> new Handover.Unknown(line.odd(what, done).fault());
            };
        } catch (DeviceAway away) {
            return new Handover.Unknown(away.fault());
        }
    }

    static Fault refusal(Said done) {
        String reason = done.text("reason");
        return switch (reason) {
            case "empty", "bin-full", "jammed" -> new Fault(Fault.Kind.MEDIA, reason);
            case "exit-occupied" -> new Fault(Fault.Kind.BUSY, reason);
            default -> new Fault(Fault.Kind.REFUSED, reason);
        };
    }

    /** As every contract of such a device has it: waits until what was presented is taken, retained or stays. */
    public final Left awaitTaken(Patience patience) {
        try {
            Said done = line.ask("await-taken", Map.of(), patience, Said::wipe);
            return switch (done.text("outcome")) {
                case "taken" -> new Left.Taken();
                case "retained" -> new Left.Retained(done.text("bin"));
                case "stays" -> new Left.Stays();
                case "busy" -> new Left.Unknown(new Fault(Fault.Kind.BUSY, "the device does something else"));
                default -> new Left.Unknown(line.odd("await-taken", done).fault());
            };
        } catch (DeviceAway away) {
            return new Left.Unknown(away.fault());
        }
    }

    /** As every contract of such a device has it: what its hoppers and its bin hold. */
    public final Stores stores(Patience patience) throws DeviceAway {
        Said done = line.ask("stores", Map.of(), patience, Said::wipe);
        if (!done.text("outcome").equals("stores")) {
            throw line.odd("stores", done);
        }
        List<Stores.Hopper> hoppers = new ArrayList<>();
        for (Map.Entry<String, String> told : new TreeMap<>(done.texts("hopper-")).entrySet()) {
            int sign = told.getValue().indexOf(':');
            String level = sign < 0 ? told.getValue() : told.getValue().substring(0, sign);
            String count = sign < 0 ? "" : told.getValue().substring(sign + 1);
            hoppers.add(new Stores.Hopper(
                    told.getKey(),
                    media(level, done),
                    count.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(count)) : OptionalInt.empty()));
        }
        String retained = done.text("retained");
        return new Stores(
                hoppers, media(done.text("bin"), done), retained.matches("\\d{1,6}") ? Integer.parseInt(retained) : 0);
    }

    private Media media(String word, Said done) throws DeviceAway {
        return Arrays.stream(Media.values())
                .filter(media -> media.word().equals(word))
                .findFirst()
                .orElseThrow(() -> line.odd("stores", done));
    }
}
