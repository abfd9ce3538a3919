package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place in a JSON file; what is wrong there becomes MISCONFIGURED, naming file and place. */
public record Node(Path file, String place, @Nullable Object value) {
    private static final long MOST_BYTES = 1 << 20;

    public static Node read(Path file) throws DeviceAway {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DeviceAway(Fault.Kind.MISCONFIGURED, file + ": more than " + MOST_BYTES + " bytes");
            }
            return of(file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new DeviceAway(new Fault(Fault.Kind.MISCONFIGURED, file + ": cannot be read"), unreadable);
        }
    }

    /** @param file only for the words of a fault */
    public static Node of(Path file, String text) throws DeviceAway {
        try {
            return new Node(file, "", Json.read(text));
        } catch (IllegalArgumentException wrong) {
            throw new DeviceAway(new Fault(Fault.Kind.MISCONFIGURED, file + ": " + wrong.getMessage()), wrong);
        }
    }

    public Node at(String name) throws DeviceAway {
        return new Node(file, place + "/" + name, map().get(name));
    }

    public Map<?, ?> map() throws DeviceAway {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong("an object");
    }

    public List<?> list() throws DeviceAway {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong("a list");
    }

    public String text() throws DeviceAway {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    public double number(double least, double most) throws DeviceAway {
        if (value instanceof Double number && number >= least && number <= most) {
            return number;
        }
        throw wrong("a number from " + least + " to " + most);
    }

    public DeviceAway wrong(String wanted) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, file + place + ": must be " + wanted);
    }
}
