package io.zizhu.agent.disk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A disk in memory that keeps apart what is written and what is safe, and whose power fails after a given number of
 * steps. What was not yet synced may then be there, torn, or not at all.
 */
public final class CutDisk implements Disk {
    /** The power is gone. */
    public static final class Cut extends RuntimeException {}

    /** A file's content has an identity of its own; names point to it, as inodes do. */
    private static final class Inode {
        byte[] written = new byte[0];
        byte[] safe = new byte[0];
    }

    private final Random random;
    private Map<String, Inode> names = new HashMap<>();
    private Map<String, Inode> safeNames = new HashMap<>();
    private int stepsLeft = Integer.MAX_VALUE;
    private int steps;

    public CutDisk(long seed) {
        this.random = new Random(seed);
    }

    /** The power will fail in the given step from now, 0 being the next. */
    public void cutIn(int coming) {
        stepsLeft = coming;
    }

    public int steps() {
        return steps;
    }

    /** Power is back: what was unsafe is as the disk happened to leave it. */
    public void powerUp() {
        stepsLeft = Integer.MAX_VALUE;
        if (random.nextBoolean()) {
            safeNames = new HashMap<>(names);
        }
        names = new HashMap<>(safeNames);
        for (Inode inode : names.values()) {
            if (!Arrays.equals(inode.written, inode.safe)) {
                inode.safe = switch (random.nextInt(3)) {
                    case 0 -> inode.safe;
                    case 1 -> inode.written;
                    default -> Arrays.copyOf(inode.written, random.nextInt(inode.written.length + 1));
                };
                inode.written = inode.safe;
            }
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(names.get(name)).map(inode -> inode.written.clone());
    }

    @Override
    public void write(String name, byte[] bytes) {
        Inode inode = names.computeIfAbsent(name, fresh -> new Inode());
        boolean cut = cut();
        inode.written = cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes.clone();
        stopIf(cut);
    }

    @Override
    public void sync(String name) {
        stopIf(cut());
        names.get(name).safe = names.get(name).written;
    }

    @Override
    public void rename(String from, String to) {
        stopIf(cut());
        names.put(to, names.remove(from));
    }

    @Override
    public void syncFolder() {
        stopIf(cut());
        safeNames = new HashMap<>(names);
    }

    private boolean cut() {
        steps++;
        return stepsLeft-- <= 0;
    }

    private static void stopIf(boolean cut) {
        if (cut) {
            throw new Cut();
        }
    }
}
