package io.zizhu.terminal.journal.key;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One row of {@code tpm2-tools} that work on the same contexts.
 *
 * @param tools where they are installed
 * @param way to the chip, in their words
 * @param folder for what they leave to each other; nobody else may enter it
 */
record Run(Path tools, String way, Path folder) {
    /** What a parent is by default, and not kept back when somebody else's wrong passwords have locked the chip. */
    private static final String PARENT =
            "fixedtpm|fixedparent|sensitivedataorigin|userwithauth|restricted|decrypt|noda";

    private static final long PATIENCE_SECONDS = 20;
    private static final int LONGEST_SECRET = 4096;

    /** Derives the primary key and opens a session that encrypts what goes in and out first. */
    void session() throws IOException {
        tool("tpm2_createprimary", "-Q", "-C", "o", "-g", "sha256", "-G", "ecc", "-a", PARENT, "-c", "primary.ctx");
        tool("tpm2_flushcontext", "-t");
        tool("tpm2_startauthsession", "-Q", "--hmac-session", "-c", "primary.ctx", "-S", "session.ctx");
        tool("tpm2_flushcontext", "-t");
        tool("tpm2_sessionconfig", "-Q", "--enable-encrypt", "--enable-decrypt", "session.ctx");
    }

    /** A chip has place for few of either; its resource manager would tidy up, too, where there is one. */
    void tidy() throws IOException {
        if (Files.exists(folder.resolve("session.ctx"))) {
            tool("tpm2_flushcontext", "session.ctx");
        }
        tool("tpm2_flushcontext", "-t");
    }

    byte[] tool(String... command) throws IOException {
        return tool(Optional.empty(), command);
    }

    /**
     * @param in for its standard input
     * @return its standard output
     * @throws IOException where it fails, with its last words
     */
    byte[] tool(Optional<byte[]> in, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        line.set(0, tools.resolve(command[0]).toString());
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectError(said.toFile());
        builder.environment().put("TPM2TOOLS_TCTI", way);
        builder.environment().put("TSS2_LOG", "all+NONE"); // the tools' own words are enough
        Process process = builder.start();
        try (OutputStream to = process.getOutputStream()) {
            if (in.isPresent()) {
                to.write(in.get());
            }
        }
        byte[] out = finished(process, command[0]);
        if (process.exitValue() != 0) {
            throw new IOException(command[0] + ": " + lastWords(said));
        }
        return out;
    }

    /** What it writes is short: it fits into the pipe, so that waiting first cannot hold it up. */
    private static byte[] finished(Process process, String name) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(name + ": no answer of the TPM within " + PATIENCE_SECONDS + " s");
            }
            return process.getInputStream().readNBytes(LONGEST_SECRET);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + ": stopped");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lastWords(Path said) throws IOException {
        List<String> lines = new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ERROR") && !line.contains("Unable to run"))
                .toList();
        return lines.isEmpty() ? "failed without a word" : lines.getLast().replaceFirst("^ERROR: *", "");
    }
}
