package io.zizhu.terminal;

import io.zizhu.agent.rollout.Tenant;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Words;
import io.zizhu.service.item.Shelf;
import io.zizhu.service.upkeep.People;
import io.zizhu.terminal.devices.Drivers;
import io.zizhu.terminal.devices.Keepers;
import io.zizhu.terminal.tenant.Held;
import io.zizhu.terminal.tenant.Refusal;
import io.zizhu.terminal.tenant.Sections;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the rooms live by, section by section; one more configurable thing is one more component here. */
record Sets(
        Held<Words> welcome,
        Held<List<Item>> catalogue,
        Held<List<Sections.Bound>> devices,
        Held<People> staff,
        Held<Duration> privacy) {
    /** @param shelved called when what is offered has changed */
    static Sets of(Drivers drivers, Keepers keepers, Runnable shelved) {
        var devices = new Held.Form<>(Sections.DEVICES.section(), Sections.DEVICES.schema(), bytes -> {
            List<Sections.Bound> read = Sections.DEVICES.reader().read(bytes);
            Optional<String> objection = drivers.objection(bound(read));
            if (objection.isPresent()) {
                throw new Refusal(objection.get());
            }
            return read;
        });
        return new Sets(
                new Held<>(Sections.WELCOME, _ -> shelved.run()),
                new Held<>(Sections.CATALOGUE, _ -> shelved.run()),
                new Held<>(devices, read -> keepers.bind(bound(read))),
                new Held<>(Sections.STAFF, _ -> {}),
                new Held<>(Sections.PRIVACY, _ -> {}));
    }

    List<Tenant> tenants() {
        return List.of(welcome, catalogue, devices, staff, privacy);
    }

    Shelf shelf() {
        return new Shelf(welcome.get(), catalogue.get());
    }

    private static List<Drivers.Bound> bound(List<Sections.Bound> section) {
        return section.stream()
                .map(each -> new Drivers.Bound(each.binding(), each.kind()))
                .toList();
    }
}
