package io.zizhu.terminal.journal.key;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Debian's swtpm as a process of its own: a TPM 2.0 in software, which can be switched off and cleared. */
final class PretendTpm implements AutoCloseable {
    private static final int TRIES = 500;

    private final Path folder;
    private final Path socket;
    private Process chip;

    PretendTpm(Path folder) throws IOException {
        this.folder = folder;
        this.socket = folder.resolve("s");
        this.chip = start();
    }

    /** In tpm2-tools' words. */
    String way() {
        return "swtpm:path=" + socket;
    }

    private Process start() throws IOException {
        Files.deleteIfExists(socket);
        Process started = new ProcessBuilder(List.of(
                        "swtpm",
                        "socket",
                        "--tpm2",
                        "--tpmstate",
                        "dir=" + folder,
                        "--server",
                        "type=unixio,path=" + socket,
                        "--ctrl",
                        "type=unixio,path=" + socket + ".ctrl",
                        "--flags",
                        "not-need-init,startup-clear"))
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        for (int i = 0; i < TRIES && !Files.exists(socket); i++) {
            if (!started.isAlive()) {
                throw new IOException("swtpm ends with " + started.exitValue());
            }
            LockSupport.parkNanos(10_000_000);
        }
        return started;
    }

    /** Its power is cut and comes back. */
    void restart() throws IOException, InterruptedException {
        close();
        chip = start();
    }

    /** Somebody cleared it in the firmware's menu: its seeds are new ones. */
    void clear() throws IOException, InterruptedException {
        Process clear = begun("tpm2_clear", "-Q", "-c", "p");
        succeeded(clear, said(clear));
    }

    /** Too many wrong passwords were tried at it: it opens nothing that is protected against guessing. */
    void lock() throws IOException {
        said("tpm2_dictionarylockout", "-s", "-n", "1", "-t", "10000", "-l", "10000"); // does it, and yet ends with 1
        said("tpm2_nvdefine", "-C", "o", "-s", "8", "-a", "authread|authwrite", "-p", "right", "0x1500016");
        said("tpm2_nvread", "-C", "0x1500016", "-P", "wrong", "0x1500016");
        if (!said("tpm2_getcap", "properties-variable").matches("(?s).*inLockout: +1.*")) {
            throw new IOException("the chip is not locked");
        }
    }

    private static void succeeded(Process tool, String said) throws IOException, InterruptedException {
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private Process begun(String... command) throws IOException {
        ProcessBuilder tool = new ProcessBuilder(command).redirectErrorStream(true);
        tool.environment().put("TPM2TOOLS_TCTI", way());
        return tool.start();
    }

    private String said(String... command) throws IOException {
        return said(begun(command));
    }

    private static String said(Process tool) throws IOException {
        return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        chip.destroy();
        if (!chip.waitFor(10, TimeUnit.SECONDS)) {
            chip.destroyForcibly().waitFor();
        }
    }
}
