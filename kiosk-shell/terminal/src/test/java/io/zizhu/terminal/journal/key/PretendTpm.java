package io.zizhu.terminal.journal.key;

import java.io.File;
import java.io.IOException;
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
        ProcessBuilder clear = new ProcessBuilder("tpm2_clear", "-Q", "-c", "p")
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        clear.environment().put("TPM2TOOLS_TCTI", way());
        int exit = clear.start().waitFor();
        if (exit != 0) {
            throw new IOException("tpm2_clear ends with " + exit);
        }
    }

    @Override
    public void close() throws InterruptedException {
        chip.destroy();
        if (!chip.waitFor(10, TimeUnit.SECONDS)) {
            chip.destroyForcibly().waitFor();
        }
    }
}
