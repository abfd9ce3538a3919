package io.zizhu.central.backoffice;

import io.zizhu.wire.ask.Applicant;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The training register: synthetic people from {@code people.json} (packaging/training/people), read once at start.
 * A person is found by number and name together. Any thread.
 */
public final class Register {
    private final Path folder;
    private final Map<String, Person> byNumber;

    private Register(Path folder, Map<String, Person> byNumber) {
        this.folder = folder;
        this.byNumber = byNumber;
    }

    /** What the records say when a certificate of no criminal record is asked for. */
    enum Finding {
        GRANTED("granted"),
        OFFICER("officer"),
        NOT_ISSUED("not-issued");

        private final String word;

        Finding(String word) {
            this.word = word;
        }
    }

    /** One synthetic person; still withheld, so that nothing here becomes a habit. */
    record Person(
            String name,
            String number,
            String sex,
            LocalDate birth,
            String authority,
            String pictures,
            boolean known,
            Finding criminalRecord,
            boolean everHadCard) {
        static final Form<Person> FORM = new Form<>("person", _ -> Json.Obj.EMPTY, fields -> {
            Fields register = fields.child("register");
            return new Person(
                    fields.text("name"),
                    fields.text("number"),
                    fields.text("sex"),
                    LocalDate.parse(fields.text("birth"), DateTimeFormatter.BASIC_ISO_DATE),
                    fields.text("authority"),
                    fields.text("pictures"),
                    register.flag("known"),
                    register.word("criminalRecord", Finding.values(), each -> each.word),
                    register.flag("everHadCard"));
        });

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    public static Register read(Path folder) {
        try {
            Form<List<Person>> people =
                    new Form<>("people", _ -> Json.Obj.EMPTY, fields -> fields.list("people", Person.FORM.reader()));
            return new Register(
                    folder,
                    people.open(Files.readAllBytes(folder.resolve("people.json"))).orThrow().stream()
                            .collect(Collectors.toUnmodifiableMap(Person::number, Function.identity())));
        } catch (IOException failed) {
            throw new IllegalStateException("cannot read the training register", failed);
        }
    }

    /** The person of this number and this name, if the register has one. */
    Optional<Person> find(String number, String name) {
        return Optional.ofNullable(byNumber.get(number))
                .filter(Person::known)
                .filter(person -> same(person.name(), name));
    }

    Optional<Person> find(Applicant applicant) {
        return find(applicant.number(), applicant.name());
    }

    /** The portrait as JPEG; empty where the register has none. */
    Octets portrait(Person person) {
        try {
            return Octets.of(
                    Files.readAllBytes(folder.resolve(person.pictures()).resolve("id-photo.jpg")));
        } catch (IOException missing) {
            return Octets.NONE;
        }
    }

    private static boolean same(String one, String other) {
        return Digest.of(one.strip().getBytes(StandardCharsets.UTF_8))
                .equals(Digest.of(other.strip().getBytes(StandardCharsets.UTF_8)));
    }
}
