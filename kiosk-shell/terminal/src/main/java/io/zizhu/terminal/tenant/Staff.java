package io.zizhu.terminal.tenant;

import io.zizhu.service.upkeep.OneTimeCode;
import io.zizhu.service.upkeep.People;
import io.zizhu.service.upkeep.Person;
import io.zizhu.service.upkeep.Pin;
import io.zizhu.service.upkeep.Role;
import io.zizhu.wire.json.Fields;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads who works on this terminal, in both forms of the section. */
final class Staff {
    private static final int LEAST_ITERATIONS = 100_000;

    private Staff() {}

    static People read(Fields fields) {
        if (!fields.has("people")) {
            return People.alone(pin(fields.child("pin")));
        }
        List<Person> people = fields.list("people", Staff::person);
        if (people.isEmpty()) {
            throw fields.wrong("people", "is empty: nobody could enter");
        }
        Set<String> badges = new HashSet<>();
        for (Person person : people) {
            if (!badges.add(person.badge())) {
                throw fields.wrong("people", "has badge " + person.badge() + " twice");
            }
        }
        return People.of(people);
    }

    private static Person person(Fields fields) {
        String badge = fields.text("badge", 12);
        if (!badge.matches("[0-9]{2,12}")) {
            throw fields.wrong("badge", "is \"" + badge + "\", a badge has 2 to 12 digits");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : fields.texts("roles")) {
            roles.add(List.of(Role.values()).stream()
                    .filter(role -> role.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> fields.wrong("roles", "has \"" + word + "\", known are attendant, supervisor")));
        }
        if (roles.isEmpty()) {
            throw fields.wrong("roles", "is empty");
        }
        boolean revoked = fields.has("revoked") && fields.flag("revoked");
        return new Person(badge, roles, pin(fields.child("pin")), code(fields), revoked);
    }

    private static Optional<OneTimeCode> code(Fields fields) {
        if (!fields.has("code")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OneTimeCode(fields.octets("code").bytes()));
        } catch (IllegalArgumentException tooShort) {
            throw fields.wrong("code", String.valueOf(tooShort.getMessage()));
        }
    }

    private static Pin pin(Fields pin) {
        long iterations = pin.count("iterations");
        if (iterations < LEAST_ITERATIONS || iterations > 100 * LEAST_ITERATIONS) {
            throw pin.wrong("iterations", "is " + iterations + ", at least " + LEAST_ITERATIONS + " are safe");
        }
        Pin read = new Pin(
                pin.text("algorithm", 80),
                pin.octets("salt").bytes(),
                (int) iterations,
                pin.octets("hash").bytes());
        try {
            read.opens("a first try, so that an unknown algorithm is refused at the door");
        } catch (IllegalStateException missing) {
            throw pin.wrong("algorithm", "is not known here");
        }
        return read;
    }
}
