package io.zizhu.sim.peer.people;

import io.zizhu.sim.json.Json;
import io.zizhu.sim.json.JsonBroken;
import io.zizhu.sim.peer.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The people of a training folder ({@code people.json} and its pictures). Immutable; any thread. */
public final class People {
    private final List<Person> all;

    private People(List<Person> all) {
        this.all = List.copyOf(all);
    }

    /** @throws IOException where the folder has no readable {@code people.json}; the message names file and field */
    public static People load(Path folder) throws IOException {
        Path file = folder.resolve("people.json");
        try {
            Json whole = Json.parse(Files.readString(file));
            if (!(whole.field("people").orElse(new Json.Null()) instanceof Json.Arr(var items))) {
                throw new IOException(file + ": \"people\" is no list");
            }
            java.util.ArrayList<Person> all = new java.util.ArrayList<>();
            for (Json item : items) {
                all.add(person(file, folder, item));
            }
            return new People(all);
        } catch (JsonBroken broken) {
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
    }

    private static Person person(Path file, Path folder, Json item) throws IOException {
        return new Person(
                need(file, item, "id"),
                need(file, item, "name"),
                need(file, item, "sex"),
                need(file, item, "nation"),
                need(file, item, "birth"),
                need(file, item, "address"),
                need(file, item, "number"),
                need(file, item, "authority"),
                need(file, item, "validFrom"),
                need(file, item, "validTo"),
                folder.resolve(need(file, item, "pictures")),
                item.field("register")
                        .flatMap(register -> register.text("known"))
                        .map(Boolean::parseBoolean)
                        .orElse(false));
    }

    private static String need(Path file, Json item, String name) throws IOException {
        return item.text(name).orElseThrow(() -> new IOException(file + ": a person has no \"" + name + "\""));
    }

    public List<Person> all() {
        return all;
    }

    /** @throws Refused where nobody has this id */
    public Person named(String id) throws Refused {
        return all.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("nobody in the training register is \"" + id + "\""));
    }

    /** The person that an act names in its {@code person} argument. */
    public Person of(Map<String, String> with) throws Refused {
        String id = with.get("person");
        if (id == null) {
            throw new Refused("which person? {\"person\":\"p01\"}");
        }
        return named(id);
    }
}
