package io.zizhu.terminal;

import io.zizhu.agent.disk.Folder;
import io.zizhu.agent.line.Identity;
import io.zizhu.agent.line.Joining;
import io.zizhu.service.port.Journal;
import io.zizhu.terminal.CannotStart.Reason;
import io.zizhu.terminal.journal.Care;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.journal.key.KeyRing;
import io.zizhu.terminal.journal.key.Tpm;
import io.zizhu.terminal.proof.HeadKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Who this terminal is: known from before, or joined now with its one-time code, or nobody's; and the record it keeps. */
final class Membership {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Membership() {}

    /** Before the journal is opened: its chain begins with our name. */
    static Optional<Identity> of(Options options, InstantSource clock) throws CannotStart, InterruptedException {
        var disk = new Folder(options.data());
        Optional<Identity> known = Identity.load(disk);
        if (known.isPresent() || options.centre().isEmpty() || options.join().isEmpty()) {
            return known;
        }
        var joining = new Joining(disk, new Request(), clock);
        return switch (joining.join(
                options.centre().get(), options.tenant(), options.join().get(), PATIENCE)) {
            case Joining.Joined.Member(Identity me) -> Optional.of(me);
            case Joining.Joined.Refused(String reason) ->
                throw new CannotStart(Reason.JOIN_REFUSED, "the centre refuses the join code: " + reason);
            case Joining.Joined.Away(String reason) ->
                throw new CannotStart(
                        Reason.CENTRE_AWAY, "the centre does not answer, try again with the same code: " + reason);
        };
    }

    /** What this terminal is called, also where it is nobody's. */
    static String name(Optional<Identity> identity) {
        return identity.map(Identity::terminal).orElse("alone");
    }

    /** This terminal's own record, under its name, with the keys that lie beside it. */
    static SqliteJournal journal(Options options, Optional<Identity> identity, InstantSource clock) throws CannotStart {
        Path data = options.data();
        try {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            var key = key(options);
            var care = Care.of(HeadKey.in(data));
            var journal = SqliteJournal.open(data.resolve("journal.db"), name(identity), key, care, clock);
            journal.renewKeys();
            return journal;
        } catch (IOException | Journal.Broken e) {
            throw new CannotStart(Reason.DATA, e.getMessage() + "; does another terminal use " + data + "?", e);
        }
    }

    private static KeyRing key(Options options) throws CannotStart {
        try {
            return KeyRing.open(options.data(), options.machineKey(), Tpm.here(options.data()));
        } catch (IOException none) {
            throw new CannotStart(Reason.DATA, "no machine key in " + options.data() + ": " + none.getMessage(), none);
        }
    }
}
