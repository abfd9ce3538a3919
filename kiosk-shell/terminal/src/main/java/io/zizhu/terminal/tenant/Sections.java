package io.zizhu.terminal.tenant;

import io.zizhu.catalogue.BadItem;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.ItemFile;
import io.zizhu.catalogue.Step;
import io.zizhu.catalogue.Words;
import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.service.upkeep.People;
import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The sections and their forms of bytes: JSON, with item files as YAML inside the catalogue. */
public final class Sections {
    /** {@code {"zh":…,"en":…}}. */
    public static final Held.Form<Words> WELCOME =
            new Held.Form<>("welcome", "zizhu.welcome/1", bytes -> parsed("welcome", bytes, Sections::welcome));

    /** {@code {"items":{"<code>":"<yaml>"}}}. */
    public static final Held.Form<List<Item>> CATALOGUE =
            new Held.Form<>("catalogue", "zizhu.catalogue/1", Sections::catalogue);

    /** {@code {"devices":[{id, kind, driver, settings}]}}. */
    public static final Held.Form<List<Bound>> DEVICES = new Held.Form<>(
            "devices",
            "zizhu.devices/1",
            bytes -> parsed("devices", bytes, fields -> fields.list("devices", Sections::bound)));

    /**
     * {@code {"people":[{badge, roles, pin:{algorithm, salt, iterations, hash}, code?, revoked?}]}}, or as form 1 one PIN
     * for everybody: {@code {"pin":{…}}}.
     */
    public static final Held.Form<People> STAFF = new Held.Form<>(
            "staff", "zizhu.staff/2", Set.of("zizhu.staff/1"), bytes -> parsed("staff", bytes, Staff::read));

    /**
     * {@code {"keepHours":24}}: how long personal fields stay readable in the journal after the centre acknowledged them.
     */
    public static final Held.Form<Duration> PRIVACY =
            new Held.Form<>("privacy", "zizhu.privacy/1", bytes -> parsed("privacy", bytes, Sections::keep));

    private static final long MOST_KEPT_HOURS = Duration.ofDays(90).toHours();

    /** A device of the section: its binding and the kind that the section says it is. */
    public record Bound(Binding binding, DeviceKind kind) {}

    private Sections() {}

    private static <T> T parsed(String section, byte[] bytes, Function<Fields, T> reader) throws Refusal {
        return switch (Json.parse(bytes, Limits.USUAL)) {
            case Read.Bad<Json>(String field, String why) -> throw new Refusal(section + "/" + field + ": " + why);
            case Read.Good<Json>(Json json) -> {
                try {
                    yield reader.apply(Fields.of(section, json));
                } catch (Misfit misfit) {
                    throw new Refusal(misfit.field() + ": " + misfit.why());
                }
            }
        };
    }

    private static Words welcome(Fields fields) {
        Words words = new Words(fields.text("zh", 200), fields.text("en", 200));
        if (words.zh().isBlank() || words.en().isBlank()) {
            throw fields.wrong(words.zh().isBlank() ? "zh" : "en", "is empty");
        }
        return words;
    }

    private static Duration keep(Fields fields) {
        long hours = fields.whole("keepHours");
        if (hours < 0 || hours > MOST_KEPT_HOURS) {
            throw fields.wrong("keepHours", "is " + hours + ", allowed are 0 to " + MOST_KEPT_HOURS + " (90 days)");
        }
        return Duration.ofHours(hours);
    }

    private static List<Item> catalogue(byte[] bytes) throws Refusal {
        Map<String, String> files = parsed("catalogue", bytes, fields -> new TreeMap<>(fields.textMap("items")));
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            try {
                Item item = ItemFile.parse(file.getKey() + ".yaml", file.getValue());
                if (!item.code().equals(file.getKey())) {
                    throw new Refusal("catalogue", "items/" + file.getKey(), item.code(), "the file says another code");
                }
                items.add(item);
            } catch (BadItem bad) {
                throw new Refusal("catalogue/" + bad.getMessage());
            }
        }
        items.sort(Comparator.comparing((Item item) -> item.has(Step.Progress.class)) // questions after matters
                .thenComparing((Item item) -> !item.has(Step.Certificate.class))
                .thenComparing(Item::code));
        return List.copyOf(items);
    }

    private static Bound bound(Fields fields) {
        DeviceId id = sound(fields, "id", DeviceId::new);
        DeviceKind kind = sound(fields, "kind", DeviceKind::of);
        Map<String, String> settings = fields.has("settings") ? fields.textMap("settings") : Map.of();
        return new Bound(new Binding(id, fields.text("driver", 80), settings), kind);
    }

    private static <T> T sound(Fields fields, String name, Function<String, T> word) {
        try {
            return word.apply(fields.text(name, 80));
        } catch (IllegalArgumentException bad) {
            throw fields.wrong(name, String.valueOf(bad.getMessage()));
        }
    }
}
