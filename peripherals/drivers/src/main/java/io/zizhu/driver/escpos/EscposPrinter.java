package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Link;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A live ESC/POS printer. A slip is {@code Out} only once the printer has answered the mark behind its cut. It falls when
 * it is cut: whether anybody took it the printer cannot know, and take it back it cannot ({@code SENSE_TAKEN}, {@code
 * RETAIN} are not among its abilities).
 */
final class EscposPrinter implements SlipPrinter {
    /** All that a printer of this kind may have. */
    static final Set<Ability> ABILITIES = Set.of(Ability.CUT, Ability.QR, Ability.RASTER, Ability.PUSH_STATUS);

    /** How the end of a slip is asked for; {@code job-id} is surer, and known to newer printers only. */
    static final Setting FENCE = Setting.oneOf("fence", "status", List.of("status", "job-id"));

    private static final Duration PROOF = Duration.ofSeconds(1);

    private final Wire wire;
    private volatile Optional<Errand> errand = Optional.empty();
    private boolean spoiled;
    private int jobs;

    private EscposPrinter(Wire wire) {
        this.wire = wire;
    }

    /**
     * Probes the printer. What still waits in one that stands still is of an earlier life and is dropped.
     *
     * @throws DeviceAway where nobody answers, or not to the fence that is bound; the link is closed then
     */
    static EscposPrinter open(Link link, Binding binding) throws DeviceAway {
        EscposPrinter printer = new EscposPrinter(
                new Wire(link, new Fence(binding.find("fence").orElse("status").equals("job-id"))));
        try {
            printer.probe(binding);
            return printer;
        } catch (DeviceAway | RuntimeException trouble) {
            printer.close();
            throw trouble;
        }
    }

    private void probe(Binding binding) throws DeviceAway {
        wire.begin();
        Condition now = wire.condition();
        if (now.obstacle().isPresent()) {
            wire.dropTheRest();
            spoiled = true;
        } else if (wire.fence().numbered() && wire.settled(Patience.of(PROOF)) == Wire.Rest.WAITS) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/fence: the printer answers no job id; \"status\" does");
        }
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return tidied(wire.condition()).pulse();
    }

    /** What was spoiled is cut off as soon as that can be, into the hands of whoever helped and not of the next person. */
    private Condition tidied(Condition now) throws DeviceAway {
        if (now.waitsForWord()) {
            wire.dropTheRest();
            return wire.condition();
        }
        if (spoiled && now.obstacle().isEmpty()) {
            spoiled = false;
            wire.send(Ink.cut());
        }
        return now;
    }

    @Override
    public Sheet print(Slip slip, Patience patience) {
        try {
            Optional<Fault> obstacle = tidied(wire.condition()).obstacle();
            if (obstacle.isPresent()) {
                return new Sheet.Refused(obstacle.get());
            }
            if (wire.fence().owed() > 0 && wire.settled(patience) == Wire.Rest.WAITS) {
                return new Sheet.Refused(new Fault(Fault.Kind.BUSY, "an earlier slip is still on its way"));
            }
        } catch (DeviceAway away) {
            return new Sheet.Refused(away.fault()); // before the first byte; the next pulse tells the keeper
        }
        String job = "slip-" + ++jobs;
        Errand now = new Errand(wire, job, slip, patience);
        errand = Optional.of(now);
        try {
            Sheet end = now.toItsEnd();
            if (end instanceof Sheet.Out) {
                wire.fence().settle();
            }
            return end;
        } catch (DeviceAway away) {
            return new Sheet.Unknown(job, away.fault());
        } finally {
            errand = Optional.empty();
            spoiled |= now.spoiled();
        }
    }

    @Override
    public Optional<Pulse> news() {
        return errand.flatMap(Errand::news);
    }

    @Override
    public Set<Ability> abilities() {
        EnumSet<Ability> known = EnumSet.copyOf(ABILITIES);
        if (!wire.pushes()) {
            known.remove(Ability.PUSH_STATUS);
        }
        return known;
    }

    @Override
    public void close() {
        wire.close();
    }
}
