package io.zizhu.passport.chip;

import io.zizhu.device.passport.Access;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.passport.PassportPeer;
import io.zizhu.sim.peer.passport.book.Booklet;
import io.zizhu.sim.peer.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The synthetic people's documents, as the tests know them. */
final class Utopia {
    private static final Path FOLDER = Path.of("../../packaging/training/people");

    private Utopia() {}

    static People people() {
        try {
            return People.load(FOLDER);
        } catch (IOException missing) {
            throw new UncheckedIOException("no training people", missing);
        }
    }

    /** A peer for a reader in memory. */
    static PassportPeer peer() {
        return new PassportPeer(people());
    }

    static Access.Zone zone(String person) {
        Booklet booklet = booklet(person, false);
        return new Access.Zone(booklet.number(), booklet.birth(), booklet.expiry());
    }

    static Access.Can can(String person) {
        return new Access.Can(booklet(person, false).can());
    }

    static byte[] face(String person) {
        try {
            return Files.readAllBytes(people().named(person).picture("id-photo"));
        } catch (IOException | Refused missing) {
            throw new AssertionError("no picture of " + person, missing);
        }
    }

    static Booklet booklet(String person, boolean card) {
        try {
            return Booklet.of(people().named(person), card, false);
        } catch (Refused missing) {
            throw new AssertionError("nobody is " + person, missing);
        }
    }
}
