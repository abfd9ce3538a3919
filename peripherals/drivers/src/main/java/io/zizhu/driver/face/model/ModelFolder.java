package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder with {@code models.json} and the models it names, slot by slot. A file whose sha256 is not the one in
 * {@code models.json} is never handed on.
 */
public final class ModelFolder {
    /**
     * A slot's model as it lies there.
     *
     * @param form how to run it
     * @param settings the slot in {@code models.json}, for forms that need to know more
     */
    public record Slot(String id, String form, Node settings, Map<String, byte[]> files) {
        /** @throws DeviceAway naming the slot, where this program cannot run such a model */
        public Slot of(String known) throws DeviceAway {
            if (form.equals(known)) {
                return this;
            }
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "models.json: " + id + " has the form \"" + form + "\", known is " + known);
        }

        public byte[] ending(String end) throws DeviceAway {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().endsWith(end)) {
                    return file.getValue();
                }
            }
            throw new DeviceAway(Fault.Kind.MISCONFIGURED, "models.json: " + id + " names no file *" + end);
        }
    }

    private static final List<String> SLOTS = List.of("detector", "mesh", "embedder");

    private final Path folder;
    private final Node slots;

    private ModelFolder(Path folder, Node slots) {
        this.folder = folder;
        this.slots = slots;
    }

    public static ModelFolder at(Path folder) throws DeviceAway {
        return new ModelFolder(folder, Node.read(folder.resolve("models.json")).at("slots"));
    }

    /** Reads all slots once, so that a wrong file is named even while no camera is there. */
    public void check() throws DeviceAway {
        for (String name : SLOTS) {
            slot(name);
        }
    }

    /** Reads and checks the files of one slot. */
    public Slot slot(String name) throws DeviceAway {
        Node slot = slots.at(name);
        Node files = slot.at("files");
        Map<String, byte[]> read = new LinkedHashMap<>();
        for (Object file : files.map().keySet()) {
            String fileName = (String) file;
            read.put(fileName, checked(fileName, files.at(fileName)));
        }
        return new Slot(slot.at("id").text(), slot.at("form").text(), slot, read);
    }

    private byte[] checked(String name, Node wanted) throws DeviceAway {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw wanted.wrong("a file in the folder itself");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new DeviceAway(new Fault(Fault.Kind.MISCONFIGURED, file + ": cannot be read"), unreadable);
        }
        if (!sha256(bytes).equals(wanted.text())) {
            throw new DeviceAway(Fault.Kind.MISCONFIGURED, file + ": its sha256 is not the one in models.json");
        }
        return bytes;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
