package io.zizhu.driver.ups;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.power.Power;
import io.zizhu.device.power.Ups;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A UPS behind a upsd: whoever answers is upsd, which may have lost the UPS itself. */
final class NutUps implements Ups {
    private static final Duration PULSE = Duration.ofSeconds(3);

    private final NutTalk talk;
    private final String name;

    NutUps(NutTalk talk, String name) {
        this.talk = talk;
        this.name = name;
    }

    /** @throws DeviceAway where nobody answers, or upsd knows no UPS of this name */
    void probe() throws DeviceAway {
        NutLine version = talk.ask("VER", Patience.of(PULSE));
        if (version.words().isEmpty() || version.error().isPresent()) {
            throw new DeviceAway(Fault.Kind.GARBLED, "VER: what answers there is no upsd");
        }
        pulse();
    }

    /** Says who asks; upsd checks it at {@code LOGIN} alone. */
    void logIn(NutLogin login) throws DeviceAway {
        for (String question : login.questions(name)) {
            Optional<String> error = talk.ask(question, Patience.of(PULSE)).error();
            if (error.isPresent()) {
                throw new DeviceAway(Fault.Kind.MISCONFIGURED, login.place() + ": upsd says " + error.get());
            }
        }
    }

    @Override
    public Power power(Patience patience) throws DeviceAway {
        return switch (talk.variables(name, patience)) {
            case NutList.Variables(var values) -> NutStatus.of(values);
            case NutList.Refused(var code) -> new Power.Unknown(trouble(code));
        };
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        Power power = power(Patience.of(PULSE));
        return switch (power) {
            case Power.OnLine(var reserve, var words) -> pulse(power, words);
            case Power.OnBattery(var reserve, var words) -> pulse(power, words);
            case Power.Low(var reserve, var words) -> pulse(power, words);
            case Power.Unknown(var fault) ->
                Pulse.ill(fault.kind() == Fault.Kind.LOST ? Status.NO_DEVICE : Status.OFFLINE, Media.UNKNOWN, fault);
        };
    }

    private static Pulse pulse(Power power, List<String> words) {
        return new Pulse(Status.ONLINE, power.battery(), power.supplies(), NutStatus.complaint(words));
    }

    /** upsd stands, the UPS behind it does not answer; only a wrong name is a reason to begin anew. */
    private Fault trouble(String code) throws DeviceAway {
        return switch (code) {
            case "UNKNOWN-UPS" ->
                throw new DeviceAway(Fault.Kind.MISCONFIGURED, "upsd knows no UPS called \"" + name + "\"");
            case "ACCESS-DENIED" -> throw new DeviceAway(Fault.Kind.MISCONFIGURED, "upsd lets nobody from here ask");
            case "DRIVER-NOT-CONNECTED" -> new Fault(Fault.Kind.LOST, "upsd: DRIVER-NOT-CONNECTED");
            case "DATA-STALE" -> new Fault(Fault.Kind.SILENT, "upsd: DATA-STALE, the UPS does not answer it");
            default -> new Fault(Fault.Kind.BROKEN, "upsd: " + code);
        };
    }

    @Override
    public void close() {
        talk.close();
    }
}
