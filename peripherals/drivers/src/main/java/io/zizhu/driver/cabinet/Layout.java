package io.zizhu.driver.cabinet;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.cabinet.Door;
import io.zizhu.device.cabinet.Inside;
import io.zizhu.device.cabinet.Lamp;
import io.zizhu.device.profile.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of a board's points means what, from the binding: {@code doors} (on is open), {@code person} (on is there),
 * {@code stock}, {@code lamps}.
 */
record Layout(Map<String, Point> doors, Optional<Point> person, Map<String, Stock> stock, Map<Lamp, Switch> lamps) {
    private static final String NAME = "[a-z][a-z0-9-]{0,19}";
    private static final String BIT = "!?[ic](0|[1-9][0-9]{0,3})";
    private static final String REGISTER = "r(0|[1-9][0-9]{0,3})";
    private static final String STOCK = "(" + BIT + "(/" + BIT + ")?|" + REGISTER + ":[0-9]{1,5}:[0-9]{1,5})";
    private static final String SWITCH = "(!?c(0|[1-9][0-9]{0,3})|" + REGISTER + ":[1-9][0-9]{0,4})";
    private static final String LAMPS =
            Arrays.stream(Lamp.values()).map(Lamp::word).collect(Collectors.joining("|", "(", ")"));

    static final List<Setting> SETTINGS = List.of(
            Setting.like("doors", list(NAME, BIT), "service=i0,paper=!i1").orNothing(),
            Setting.like("person", BIT, "i2 or !i2").orNothing(),
            Setting.like("stock", list(NAME, STOCK), "cards=i3/i4 or ink=r0:20:5 (low below 20, out at 5)")
                    .orNothing(),
            Setting.like("lamps", list(LAMPS, SWITCH), "status=c0,face=r1:255, with the lamps " + LAMPS)
                    .orNothing());

    private static String list(String name, String value) {
        String one = name + "=" + value;
        return one + "(," + one + ")*";
    }

    /** @throws DeviceAway MISCONFIGURED where a key is not of its form, or nothing at all is laid out */
    static Layout of(Binding binding) throws DeviceAway {
        for (Setting setting : SETTINGS) {
            Setting.Form.Like like = (Setting.Form.Like) setting.form();
            Optional<String> value = binding.find(setting.key());
            if (value.filter(text -> !like.pattern().matcher(text).matches()).isPresent()) {
                throw wrong(binding, setting.key(), "\"" + value.get() + "\" is not like " + like.said());
            }
        }
        Map<Lamp, Switch> lamps = new EnumMap<>(Lamp.class);
        pairs(binding, "lamps", Layout::lamp).forEach((word, point) -> lamps.put(lampOf(word), point));
        Layout layout = new Layout(
                pairs(binding, "doors", Point::of),
                binding.find("person").map(Point::of),
                pairs(binding, "stock", Layout::stock),
                lamps);
        if (layout.points().isEmpty()) {
            throw wrong(binding, "doors", "neither doors nor person, stock or lamps are laid out");
        }
        return layout;
    }

    private static DeviceAway wrong(Binding binding, String key, String what) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/" + key + ": " + what);
    }

    private static <T> Map<String, T> pairs(Binding binding, String key, Function<String, T> value) {
        Map<String, T> found = new TreeMap<>();
        for (String pair : binding.find(key).stream()
                .flatMap(all -> Stream.of(all.split(",", -1)))
                .toList()) {
            int sign = pair.indexOf('=');
            found.put(pair.substring(0, sign), value.apply(pair.substring(sign + 1)));
        }
        return found;
    }

    private static Lamp lampOf(String word) {
        return Arrays.stream(Lamp.values())
                .filter(lamp -> lamp.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Switch lamp(String text) {
        String[] parts = text.split(":", -1);
        return new Switch(Point.of(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
    }

    private static Stock stock(String text) {
        if (text.startsWith("r")) {
            String[] parts = text.split(":", -1);
            return new Stock.Count(Point.of(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        String[] parts = text.split("/", -1);
        return new Stock.Switches(
                Point.of(parts[0]), parts.length > 1 ? Optional.of(Point.of(parts[1])) : Optional.empty());
    }

    /** Every point that a look must read. */
    TreeSet<Point> points() {
        return Stream.of(
                        doors.values().stream(),
                        person.stream(),
                        stock.values().stream().flatMap(Stock::points),
                        lamps.values().stream().map(Switch::point))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What to ask for all of them: neighbours in one question, gaps never, for a board refuses what it does not have. */
    List<Question> questions(int unit) {
        List<Question> questions = new ArrayList<>();
        for (Point point : points()) {
            Question last = questions.isEmpty() ? null : questions.getLast();
            if (last != null && last.function() == point.bank().read()) {
                int next = last.address() + last.second();
                if (point.address() < next) {
                    continue; // the same point, turned round
                }
                if (point.address() == next && last.second() < point.bank().most()) {
                    questions.set(
                            questions.size() - 1,
                            new Question(unit, last.function(), last.address(), last.second() + 1));
                    continue;
                }
            }
            questions.add(new Question(unit, point.bank().read(), point.address(), 1));
        }
        return questions;
    }

    /** What the points mean. */
    Inside inside(Reading reading) {
        Map<String, Door> stand = new TreeMap<>();
        doors.forEach((name, point) -> stand.put(name, reading.on(point) ? Door.OPEN : Door.CLOSED));
        Map<String, Media> levels = new TreeMap<>();
        stock.forEach((name, watched) -> levels.put(name, watched.level(reading)));
        Map<Lamp, Boolean> lit = new EnumMap<>(Lamp.class);
        lamps.forEach((lamp, its) -> lit.put(lamp, reading.on(its.point())));
        Media there = person.map(point -> reading.on(point) ? Media.PRESENT : Media.NOT_PRESENT)
                .orElse(Media.NOT_SUPPORTED);
        return new Inside(stand, there, levels, lit);
    }
}
