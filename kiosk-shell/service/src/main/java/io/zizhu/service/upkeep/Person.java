package io.zizhu.service.upkeep;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody of the station's staff, as the staff section knows them: a badge number, never a name.
 *
 * @param badge digits; empty for the one PIN of a section of form 1
 * @param code what their badge app counts with; empty where the badge is a plain number
 * @param revoked the badge was lost or its owner left: refused, and every try is told apart in the journal
 */
public record Person(String badge, Set<Role> roles, Pin pin, Optional<OneTimeCode> code, boolean revoked) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
