package io.zizhu.agent.rollout;

import io.zizhu.wire.bundle.Section;

/**
 * The room that understands one section. Both calls come on the rollout's thread (at start on the main one), one at a
 * time; neither may wait for a citizen.
 */
public interface Tenant {
    /** The section's name, such as {@code welcome}. */
    String section();

    /** Reads and judges, changes nothing. Every tenant is asked before any one accepts. */
    Heard check(Section section);

    /** Takes the section over, for good until another comes. Nobody is being served meanwhile. */
    Heard accept(Section section);

    /** What a tenant says. */
    sealed interface Heard {
        record Accepted() implements Heard {}

        /** @param reason in technician's words, without personal data: it travels to the console */
        record Refused(String reason) implements Heard {}
    }
}
