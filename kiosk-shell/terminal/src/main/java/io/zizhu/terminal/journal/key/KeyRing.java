package io.zizhu.terminal.journal.key;

import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.MachineKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every machine key that this terminal still has: one wraps, each opens what it once wrapped. A key is {@code
 * machine.key}, a file of 32 bytes, or {@code machine-N.tpm}, sealed by the TPM. Which kind wraps is chosen at start; on
 * the way from one to the other nothing is ever wrapped by a key that is not on the disk:
 *
 * <pre>
 * new key made, on the disk ─▶ every data key wrapped anew, one commit ─▶ {@link #settled}: older keys overwritten, gone
 * </pre>
 *
 * A sealed key that the chip refuses (cleared, another board) stays where it is; what it wrapped cannot be read unless
 * the chip opens it at a later start, and a new key is made, so that the kiosk goes on. Opened on the main thread, used on
 * the journal's.
 */
public final class KeyRing implements MachineKey {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Pattern SEALED = Pattern.compile("machine-(\\d{1,6})\\.tpm");
    private static final String GONE = ".gone";
    private static final int KEY_BYTES = 32;

    /** Where the key that wraps is kept. */
    public enum Choice {
        /** Sealed by the TPM where there is one that works, otherwise in a file. */
        AUTO,
        /** Sealed by the TPM; without one the terminal does not start. */
        TPM,
        FILE
    }

    private final Path folder;
    private final Kept wrapping;
    private final List<Kept> older;
    private final boolean fresh;

    /** @param file its place on the disk */
    private record Kept(Path file, MachineKey key) {}

    private KeyRing(Path folder, Kept wrapping, List<Kept> older, boolean fresh) {
        this.folder = folder;
        this.wrapping = wrapping;
        this.older = older;
        this.fresh = fresh;
    }

    /**
     * Opens every key in the folder that can be opened, and makes one where the chosen place has none.
     *
     * @param tpm the machine's; empty where it has none
     * @throws IOException where no key can be had in the chosen place, in technician's words
     */
    public static KeyRing open(Path folder, Choice choice, Optional<Tpm> tpm) throws IOException {
        if (choice == Choice.TPM && tpm.isEmpty()) {
            throw new IOException("--machine-key tpm: no TPM 2.0 that this user may use at " + Tpm.DEVICE
                    + ", or tpm2-tools is not installed; --machine-key auto goes on without one");
        }
        destroyGone(folder);
        List<Kept> sealed = sealed(folder, tpm);
        Path plain = folder.resolve("machine.key");
        Optional<Kept> chip =
                choice == Choice.FILE ? Optional.empty() : sealed.stream().findFirst();
        boolean fresh = false;
        if (chip.isEmpty() && choice != Choice.FILE && tpm.isPresent()) {
            chip = made(folder, tpm.get(), choice);
            fresh = chip.isPresent();
        }
        fresh |= chip.isEmpty() && !Files.exists(plain);
        Optional<Kept> file = chip.isEmpty() || Files.exists(plain)
                ? Optional.of(new Kept(plain, FileMachineKey.at(plain)))
                : Optional.empty();
        Kept wrapping = chip.or(() -> file).orElseThrow();
        List<Kept> older = new ArrayList<>(sealed);
        file.ifPresent(older::add);
        older.removeIf(kept -> kept.file().equals(wrapping.file()));
        return new KeyRing(folder, wrapping, List.copyOf(older), fresh);
    }

    /** Those that the chip opens, the newest first. */
    private static List<Kept> sealed(Path folder, Optional<Tpm> tpm) throws IOException {
        List<Kept> opened = new ArrayList<>();
        for (Path file : numbered(folder).values()) {
            Tpm.Opened key = tpm.isPresent()
                    ? tpm.get().unseal(Files.readAllBytes(file))
                    : new Tpm.Opened.Refused("this machine has no TPM that can be used");
            switch (key) {
                case Tpm.Opened.Key(byte[] bytes) -> opened.addFirst(new Kept(file, MachineKey.of(bytes)));
                case Tpm.Opened.Refused(String why) ->
                    LOG.error(
                            "machine key {} cannot be opened: {}. What it wrapped cannot be read until it can; the"
                                    + " kiosk goes on with another key. Was the TPM cleared, or the board replaced?",
                            file,
                            why);
            }
        }
        return opened;
    }

    private static Map<Integer, Path> numbered(Path folder) throws IOException {
        var found = new LinkedHashMap<Integer, Path>();
        try (var files = Files.list(folder)) {
            files.sorted(Comparator.comparingInt(KeyRing::number))
                    .filter(file -> number(file) > 0)
                    .forEach(file -> found.put(number(file), file));
        }
        return found;
    }

    private static int number(Path file) {
        Matcher name = SEALED.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static Optional<Kept> made(Path folder, Tpm tpm, Choice choice) throws IOException {
        int last = numbered(folder).keySet().stream()
                .max(Comparator.naturalOrder())
                .orElse(0);
        Path file = folder.resolve("machine-" + (last + 1) + ".tpm");
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            write(folder, file, tpm.seal(key));
        } catch (IOException trouble) {
            if (choice == Choice.TPM) {
                throw trouble;
            }
            LOG.error("the TPM cannot seal a machine key: {}. The key is kept in a file", trouble.getMessage());
            return Optional.empty();
        }
        return Optional.of(new Kept(file, MachineKey.of(key)));
    }

    private static void write(Path folder, Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            fill(channel, bytes);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        settle(folder);
    }

    private static void fill(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    private static void settle(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public boolean changed() {
        return fresh || !older.isEmpty();
    }

    @Override
    public void settled() throws IOException {
        for (Kept old : older) {
            Path gone = old.file().resolveSibling(old.file().getFileName() + GONE);
            Files.move(old.file(), gone, StandardCopyOption.ATOMIC_MOVE); // half overwritten it must be no key
            destroy(gone);
            LOG.info("machine key {} wraps nothing any more and is gone; {} does", old.file(), wrapping.file());
        }
        settle(folder);
    }

    /** A cut may have left one that was on its way out. */
    private static void destroyGone(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(GONE)).toList()) {
                destroy(file);
            }
        }
    }

    private static void destroy(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            fill(channel, new byte[(int) channel.size()]);
        }
        Files.delete(file);
    }

    @Override
    public String place() {
        return number(wrapping.file()) > 0 ? "tpm" : "file";
    }

    @Override
    public byte[] wrap(byte[] dataKey) {
        return wrapping.key().wrap(dataKey);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        try {
            return wrapping.key().unwrap(wrapped);
        } catch (GeneralSecurityException notThis) {
            for (Kept old : older) {
                try {
                    return old.key().unwrap(wrapped);
                } catch (GeneralSecurityException norThis) {
                    notThis.addSuppressed(norThis);
                }
            }
            throw notThis;
        }
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
