package com.example.plain;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.power.Power;
import io.zizhu.device.power.Ups;
import io.zizhu.driver.link.Link;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** "?" is answered by words, percent and seconds: {@code mains 100 7200}, {@code battery worn 64 4600}, {@code stale}. */
final class PlainUps implements Ups {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Link link;

    PlainUps(Link link) {
        this.link = link;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        Power power = power(Patience.of(ANSWER));
        Optional<Fault> fault = power instanceof Power.Unknown(var why) ? Optional.of(why) : worn(power);
        Status status = power instanceof Power.Unknown ? Status.OFFLINE : Status.ONLINE;
        return new Pulse(status, power.battery(), power.supplies(), fault);
    }

    private static Optional<Fault> worn(Power power) {
        boolean worn = power instanceof Power.OnLine onLine && onLine.words().contains("worn");
        return worn ? Optional.of(new Fault(Fault.Kind.BROKEN, "the battery is worn")) : Optional.empty();
    }

    @Override
    public Power power(Patience patience) throws DeviceAway {
        link.drain(); // late bytes of an earlier answer are no answer to this question
        link.send(new byte[] {'?', '\n'});
        List<String> words = Arrays.asList(line(patience.atMost(ANSWER)).split(" "));
        String last = words.getLast();
        if (words.contains("stale") || !last.matches("\\d{1,6}") || words.size() < 3) {
            return new Power.Unknown(new Fault(Fault.Kind.SILENT, "\"?\": the supply does not know"));
        }
        OptionalInt charge = OptionalInt.of(Integer.parseInt(words.get(words.size() - 2)));
        Power.Reserve left = new Power.Reserve(charge, Optional.of(Duration.ofSeconds(Long.parseLong(last))));
        List<String> states = words.subList(0, words.size() - 2);
        return switch (words.getFirst()) {
            case "mains" -> new Power.OnLine(left, states);
            case "battery" -> new Power.OnBattery(left, states);
            case "low" -> new Power.Low(left, states);
            default -> throw new DeviceAway(Fault.Kind.GARBLED, "\"?\": neither mains nor battery nor low");
        };
    }

    /** The next whole line. */
    private String line(Patience patience) throws DeviceAway {
        StringBuilder line = new StringBuilder();
        while (!patience.over()) {
            line.append(new String(link.receive(patience), StandardCharsets.US_ASCII));
            int end = line.indexOf("\n");
            if (end >= 0) {
                return line.substring(0, end);
            }
        }
        throw new DeviceAway(Fault.Kind.SILENT, "\"?\": no answer in time");
    }

    @Override
    public void close() {
        link.close();
    }
}
