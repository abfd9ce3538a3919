package io.zizhu.terminal.devices;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The drivers that this installation has, and which bindings they can take. Any thread. */
public final class Drivers {
    private final Map<String, Driver> byId = new TreeMap<>();
    private final boolean training;

    /** @param training whether drivers of the training profile may be bound */
    public Drivers(Iterable<Driver> drivers, boolean training) {
        drivers.forEach(driver -> byId.put(driver.id(), driver));
        this.training = training;
    }

    /** All drivers on the class path, and those that the terminal brings itself. */
    public static Drivers installed(boolean training, Driver... own) {
        List<Driver> all = new ArrayList<>(List.of(own));
        ServiceLoader.load(Driver.class).forEach(all::add);
        return new Drivers(all, training);
    }

    /** What is bound: the binding and what kind of device it is meant to be. */
    public record Bound(Binding binding, DeviceKind kind) {}

    /** The first binding that cannot be, with field and value; empty where all can. */
    public Optional<String> objection(List<Bound> bindings) {
        Set<String> ids = new HashSet<>();
        for (Bound bound : bindings) {
            String id = bound.binding().id().value();
            if (!ids.add(id)) {
                return Optional.of("devices/" + id + "/id: is there twice");
            }
            Driver driver = byId.get(bound.binding().driver());
            if (driver == null) {
                return Optional.of("devices/" + id + "/driver: \""
                        + bound.binding().driver() + "\" is not installed; installed are " + byId.keySet());
            }
            if (driver.kind() != bound.kind()) {
                return Optional.of("devices/" + id + "/kind: \"" + bound.kind().word() + "\", but driver " + driver.id()
                        + " is for a " + driver.kind().word());
            }
            Optional<String> setting = bound.binding().objection(driver.profile());
            if (setting.isPresent()) {
                return setting;
            }
            if (driver.trainingOnly() && !training) {
                return Optional.of("devices/" + id + "/driver: \"" + driver.id() + "\" is for training only");
            }
        }
        return Optional.empty();
    }

    Driver of(Binding binding) {
        Driver driver = byId.get(binding.driver());
        if (driver == null) {
            throw new IllegalArgumentException("devices/" + binding.id() + "/driver: checked before, yet not there");
        }
        return driver;
    }
}
