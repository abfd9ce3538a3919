package io.zizhu.service.upkeep;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who may work on this terminal.
 *
 * @param badges whether people have badges; false for a section of form 1, whose one PIN stands for everybody: then
 *     nobody is a second person, and what needs two waits for a section of form 2
 */
public record People(List<Person> all, boolean badges) {
    public People {
        all = List.copyOf(all);
    }

    /** A section of form 2. */
    public static People of(List<Person> all) {
        return new People(all, true);
    }

    /** A section of form 1. */
    public static People alone(Pin pin) {
        return new People(List.of(new Person("", EnumSet.allOf(Role.class), pin, Optional.empty(), false)), false);
    }

    Optional<Person> find(String badge) {
        return all.stream().filter(person -> person.badge().equals(badge)).findFirst();
    }

    /** Whether anybody's badge has an app that shows codes; then the door asks for one. */
    public boolean codes() {
        return all.stream().anyMatch(person -> person.code().isPresent());
    }
}
