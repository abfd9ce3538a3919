package io.zizhu.agent.rollout;

import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tenants together, and what each lives by now. A section that a bundle does not hold is the factory's. Tenants are
 * asked only about what changes for them. Used by the rollout's owner thread.
 */
final class House {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    /** A tenant that said no. */
    record Balk(String section, String reason) {}

    private final List<Tenant> tenants;
    private final List<Section> factory;
    private final Map<String, Section> living = new LinkedHashMap<>();

    House(List<Tenant> tenants, List<Section> factory) {
        this.tenants = List.copyOf(tenants);
        this.factory = List.copyOf(factory);
    }

    /** Would everybody take the bundle? Changes nothing. */
    Optional<Balk> check(Optional<Bundle> bundle) {
        for (Section section : changed(bundle)) {
            Optional<Tenant> tenant = tenant(section);
            if (tenant.isEmpty()) {
                return Optional.of(new Balk(section.name(), "nobody here understands this section"));
            }
            if (heard(tenant.get(), section, false) instanceof Tenant.Heard.Refused(String reason)) {
                return Optional.of(new Balk(section.name(), reason));
            }
        }
        return Optional.empty();
    }

    /** Everybody takes the bundle, up to the first who balks. */
    Optional<Balk> accept(Optional<Bundle> bundle) {
        for (Section section : changed(bundle)) {
            Optional<Tenant> tenant = tenant(section);
            if (tenant.isPresent()) {
                living.put(
                        section.name(),
                        section); // even a balking tenant may have changed: ask it again on the way back
                if (heard(tenant.get(), section, true) instanceof Tenant.Heard.Refused(String reason)) {
                    living.remove(section.name());
                    return Optional.of(new Balk(section.name(), reason));
                }
            }
        }
        return Optional.empty();
    }

    private List<Section> changed(Optional<Bundle> bundle) {
        var wanted = new LinkedHashMap<String, Section>();
        factory.forEach(section -> wanted.put(section.name(), section));
        bundle.ifPresent(it -> it.sections().forEach(section -> wanted.put(section.name(), section)));
        var changed = new ArrayList<Section>();
        wanted.forEach((name, section) -> {
            if (!section.equals(living.get(name))) {
                changed.add(section);
            }
        });
        return changed;
    }

    private Optional<Tenant> tenant(Section section) {
        return tenants.stream()
                .filter(tenant -> tenant.section().equals(section.name()))
                .findFirst();
    }

    /** A tenant's bug refuses the bundle; it must not stop the agent, or no mended bundle could ever arrive. */
    private static Tenant.Heard heard(Tenant tenant, Section section, boolean forGood) {
        try {
            return forGood ? tenant.accept(section) : tenant.check(section);
        } catch (RuntimeException bug) {
            LOG.error("tenant {} failed", tenant.section(), bug);
            return new Tenant.Heard.Refused(
                    "a bug in the tenant: " + bug.getClass().getSimpleName());
        }
    }
}
