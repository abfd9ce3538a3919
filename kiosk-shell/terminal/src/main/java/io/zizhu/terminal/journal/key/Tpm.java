package io.zizhu.terminal.journal.key;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The TPM 2.0 of this machine, through Debian's {@code tpm2-tools}: seals a few bytes so that only this chip opens them
 * again. They lie under the owner hierarchy's primary ECC key, which the chip derives from its own seed and which is
 * stored nowhere; what travels to and from the chip is encrypted by a salted session, and reaches the tools through
 * pipes. Bound to no PCR: a new firmware must not cost a station its open matters. Blocks for some seconds at most; one
 * thread at a time.
 */
public final class Tpm {
    /** The kernel's resource manager. */
    public static final Path DEVICE = Path.of("/dev/tpmrm0");

    private static final Path TOOLS = Path.of("/usr/bin");
    private static final String FORM = "zizhu.sealed-key/1";

    private final String way;
    private final Path scratch;

    /** What became of sealed bytes. */
    public sealed interface Opened {
        record Key(byte[] bytes) implements Opened {
            @Override
            public String toString() {
                return "[withheld]";
            }
        }

        /** @param why in the tools' own words: another chip, a cleared one, one that is locked */
        record Refused(String why) implements Opened {}
    }

    /**
     * @param way to the chip, as tpm2-tools write it: {@code device:/dev/tpmrm0}
     * @param scratch a folder of ours; a folder in it holds the tools' contexts for as long as they run, never a key
     */
    Tpm(String way, Path scratch) {
        this.way = way;
        this.scratch = scratch;
    }

    /** The machine's chip, where there is one that this user may use and the tools are installed. */
    public static Optional<Tpm> here(Path scratch) {
        return Files.isReadable(DEVICE) && Files.isWritable(DEVICE) && Files.isExecutable(TOOLS.resolve("tpm2_unseal"))
                ? Optional.of(new Tpm("device:" + DEVICE, scratch))
                : Optional.empty();
    }

    /**
     * Seals it, and opens it again before anybody relies on it.
     *
     * @throws IOException where the chip does not do both; in the tools' own words
     */
    byte[] seal(byte[] secret) throws IOException {
        byte[] sealed = working(run -> {
            run.session();
            run.tool(
                    Optional.of(secret),
                    "tpm2_create",
                    "-Q",
                    "-C",
                    "primary.ctx",
                    "-P",
                    "session:session.ctx",
                    "-a",
                    "fixedtpm|fixedparent|userwithauth|noda",
                    "-i",
                    "-",
                    "-u",
                    "key.pub",
                    "-r",
                    "key.priv");
            return Json.Obj.EMPTY
                    .with("form", FORM)
                    .with("public", Octets.of(Files.readAllBytes(run.folder().resolve("key.pub"))))
                    .with("private", Octets.of(Files.readAllBytes(run.folder().resolve("key.priv"))))
                    .bytes();
        });
        if (unseal(sealed) instanceof Opened.Key(byte[] opened) && Arrays.equals(opened, secret)) {
            return sealed;
        }
        throw new IOException("the TPM does not open what it has just sealed");
    }

    Opened unseal(byte[] sealed) {
        try {
            Fields fields =
                    Fields.of("sealed key", Json.parse(sealed, Limits.USUAL).orThrow());
            if (!fields.text("form").equals(FORM)) {
                return new Opened.Refused("form " + fields.text("form") + " is not known here");
            }
            return new Opened.Key(working(run -> {
                Files.write(
                        run.folder().resolve("key.pub"), fields.octets("public").bytes());
                Files.write(
                        run.folder().resolve("key.priv"),
                        fields.octets("private").bytes());
                run.session();
                run.tool("tpm2_load", "-Q", "-C", "primary.ctx", "-u", "key.pub", "-r", "key.priv", "-c", "key.ctx");
                run.tool("tpm2_flushcontext", "-t");
                return run.tool("tpm2_unseal", "-Q", "-c", "key.ctx", "-p", "session:session.ctx");
            }));
        } catch (Misfit misfit) {
            return new Opened.Refused(misfit.field() + " " + misfit.why());
        } catch (IOException refused) {
            return new Opened.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private interface Work {
        byte[] with(Run run) throws IOException;
    }

    private byte[] working(Work work) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "tpm");
        try {
            return tidied(work, new Run(TOOLS, way, folder));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static byte[] tidied(Work work, Run run) throws IOException {
        byte[] done;
        try {
            done = work.with(run);
        } catch (IOException trouble) {
            try {
                run.tidy();
            } catch (IOException also) {
                trouble.addSuppressed(also);
            }
            throw trouble;
        }
        run.tidy();
        return done;
    }
}
