package io.zizhu.driver.cabinet;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.cabinet.Lamp;
import io.zizhu.device.cabinet.Lit;
import io.zizhu.device.cabinet.Sight;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A board on the line, and what its points mean here. */
final class ModbusCabinet implements Cabinet {
    private static final Duration PULSE = Duration.ofSeconds(5);
    private static final int NO_SUCH_FUNCTION = 1;
    private static final int NO_SUCH_ADDRESS = 2;
    private static final int NO_SUCH_VALUE = 3;
    private static final int BROKEN = 4;
    private static final int WORKING = 5;
    private static final int BUSY = 6;

    private final ModbusLine line;
    private final int unit;
    private final Layout layout;
    private final List<Question> questions;

    ModbusCabinet(ModbusLine line, int unit, Layout layout) {
        this.line = line;
        this.unit = unit;
        this.layout = layout;
        this.questions = layout.questions(unit);
    }

    /** @throws DeviceAway where nobody answers, or the board has no such points */
    void probe() throws DeviceAway {
        if (look(Patience.of(PULSE)) instanceof Sight.Failed(var fault) && fault.kind() == Fault.Kind.MISCONFIGURED) {
            throw new DeviceAway(fault);
        }
    }

    @Override
    public Sight look(Patience patience) throws DeviceAway {
        Reading reading = new Reading();
        for (Question question : questions) {
            switch (line.ask(question, patience)) {
                case Reply.Data data -> keep(question, data, reading);
                case Reply.Refusal(int code) -> {
                    return new Sight.Failed(refused(question, code));
                }
                case Reply.None none -> throw new IllegalStateException("asked until there was an answer");
            }
        }
        return new Sight.Seen(layout.inside(reading));
    }

    private static void keep(Question question, Reply.Data data, Reading reading) {
        Point.Bank bank =
                switch (question.function()) {
                    case READ_INPUTS -> Point.Bank.INPUT;
                    case READ_COILS -> Point.Bank.COIL;
                    case READ_REGISTERS, WRITE_COIL, WRITE_REGISTER -> Point.Bank.REGISTER;
                };
        for (int at = 0; at < question.second(); at++) {
            int value = bank == Point.Bank.REGISTER ? data.word(at) : data.bit(at) ? 1 : 0;
            reading.put(bank, question.address() + at, value);
        }
    }

    @Override
    public Lit light(Lamp lamp, boolean on, Patience patience) throws DeviceAway {
        Switch its = layout.lamps().get(lamp);
        if (its == null) {
            return new Lit.Refused(
                    new Fault(Fault.Kind.MISCONFIGURED, "lamps: no \"" + lamp.word() + "\" is laid out"));
        }
        Question turn = its.turn(unit, on);
        if (line.ask(turn, patience) instanceof Reply.Refusal(int code)) {
            return new Lit.Refused(refused(turn, code));
        }
        Question ask = its.ask(unit);
        Reading reading = new Reading();
        if (line.ask(ask, patience) instanceof Reply.Data data) {
            keep(ask, data, reading);
        }
        return reading.on(its.point()) == on
                ? new Lit.Done()
                : new Lit.Refused(new Fault(
                        Fault.Kind.BROKEN, turn + ": the board says it is switched, and its lamp says it is not"));
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        return switch (look(Patience.of(PULSE))) {
            case Sight.Seen(var inside) -> Pulse.well(inside.lowest()).with(inside.supplies());
            case Sight.Failed(var fault) ->
                Pulse.ill(
                        fault.kind() == Fault.Kind.BUSY ? Status.DEVICE_BUSY : Status.HARDWARE_ERROR,
                        Media.UNKNOWN,
                        fault);
        };
    }

    private static Fault refused(Question question, int code) {
        String says = question + ": the board refuses, exception " + code;
        return switch (code) {
            case NO_SUCH_FUNCTION -> new Fault(Fault.Kind.MISCONFIGURED, says + " (it has no such function)");
            case NO_SUCH_ADDRESS -> new Fault(Fault.Kind.MISCONFIGURED, says + " (it has no such point)");
            case NO_SUCH_VALUE -> new Fault(Fault.Kind.MISCONFIGURED, says + " (it takes no such value)");
            case BROKEN -> new Fault(Fault.Kind.BROKEN, says + " (it is broken)");
            case WORKING, BUSY -> new Fault(Fault.Kind.BUSY, says + " (it is busy)");
            default -> new Fault(Fault.Kind.BROKEN, says);
        };
    }

    @Override
    public Set<Ability> abilities() {
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        if (!layout.doors().isEmpty()) {
            abilities.add(Ability.DOORS);
        }
        if (layout.person().isPresent()) {
            abilities.add(Ability.PRESENCE);
        }
        if (!layout.stock().isEmpty()) {
            abilities.add(Ability.STOCK_SENSORS);
        }
        if (!layout.lamps().isEmpty()) {
            abilities.add(Ability.LIGHTS);
        }
        return abilities;
    }

    @Override
    public void close() {
        line.close();
    }
}
