package io.zizhu.sim.peer.passport;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.passport.book.Booklet;
import io.zizhu.sim.peer.passport.book.Country;
import io.zizhu.sim.peer.passport.book.Files;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.people.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A reader of travel documents with fictitious documents to lay on it: the virtual reader of a PC/SC daemon of its own,
 * for which it is the card. In memory, a reader asks its {@link #slot} itself.
 *
 * <p>Acts: {@code present {person, as, form: td3|td1, picture}}, where {@code as} is {@code pace} (a chip that offers both doors;
 * if not said), {@code bac}, {@code pace-only}, or one of those troubles of a chip that offers both: {@code wrong-key}
 * (its print opens another chip), {@code corrupt-dg2}, {@code mismatch}, {@code forged}, {@code expired}, {@code blank} (no travel
 * document at all) · {@code remove} · {@code hang slow {on}} · {@code unplug} (the daemon ends) ·
 * {@code replug}.
 */
public final class PassportPeer implements Peer {
    private static final Set<String> KINDS =
            Set.of("pace", "bac", "pace-only", "wrong-key", "corrupt-dg2", "mismatch", "forged", "expired", "blank");

    private final People people;
    private final Country country = new Country();
    private final Tape tape = new Tape();
    private final Slot slot = new Slot(tape);
    private final Optional<Pcscd> daemon;
    private final Optional<VpcdLine> line;
    private volatile Optional<Booklet> shown = Optional.empty();

    /** In memory: a reader asks the slot itself. */
    public PassportPeer(People people) {
        this(people, Optional.empty());
    }

    /** @param daemon whose virtual reader it is, stopped at first: the act {@code replug} starts it */
    public PassportPeer(People people, Pcscd daemon) {
        this(people, Optional.of(daemon));
    }

    private PassportPeer(People people, Optional<Pcscd> daemon) {
        this.people = people;
        this.daemon = daemon;
        this.line = daemon.map(own -> new VpcdLine(slot, own.port()));
    }

    /** What a reader without a wire sees. */
    public Slot slot() {
        return slot;
    }

    /** The pretend country's authority, in DER: what a reader that trusts it holds. */
    public byte[] authority() {
        return country.authorityCertificate();
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "present" -> present(with);
            case "remove" -> {
                shown = Optional.empty();
                if (!slot.lift()) {
                    throw new Refused("no document lies on the reader");
                }
            }
            case "hang" -> slot.hang(on(with));
            case "slow" -> slot.slow(on(with));
            case "unplug" -> {
                line.ifPresent(own -> own.plug(false));
                daemon.ifPresent(Pcscd::stop);
            }
            case "replug" -> replug();
            default -> throw new Refused("a passport reader knows no \"" + act + "\"");
        }
    }

    private void replug() throws Refused {
        slot.hang(false);
        slot.slow(false);
        if (daemon.isPresent()) {
            try {
                daemon.get().start();
            } catch (IOException trouble) {
                throw new Refused("pcscd: " + trouble.getMessage());
            }
        }
        line.ifPresent(own -> own.plug(true));
    }

    private void present(Map<String, String> with) throws Refused {
        Person person = people.of(with);
        String as = with.getOrDefault("as", "pace");
        String form = with.getOrDefault("form", "td3");
        if (!KINDS.contains(as) || !Set.of("td1", "td3").contains(form)) {
            throw new Refused("\"as\" is one of " + KINDS.stream().sorted().toList() + ", \"form\" td1 or td3");
        }
        Booklet booklet = Booklet.of(person, form.equals("td1"), as.equals("expired"));
        shown = Optional.of(booklet);
        slot.lay(
                chip(person, booklet, as, with.getOrDefault("picture", "id-photo")),
                person.id() + " " + as + " " + form);
    }

    private Chip chip(Person person, Booklet booklet, String as, String picture) throws Refused {
        if (as.equals("blank")) {
            return Chip.blank();
        }
        Files.Flaw flaw =
                switch (as) {
                    case "corrupt-dg2" -> Files.Flaw.CORRUPT_DG2;
                    case "mismatch" -> Files.Flaw.MISMATCH;
                    case "forged" -> Files.Flaw.FORGED;
                    default -> Files.Flaw.NONE;
                };
        Booklet opens = as.equals("wrong-key") ? Booklet.of(stranger(person), false, false) : booklet;
        try {
            byte[] face = java.nio.file.Files.readAllBytes(person.picture(picture));
            Map<Integer, byte[]> files = Files.of(booklet, face, country, !as.equals("bac"), flaw);
            return new Chip(files, opens, !as.equals("pace-only"));
        } catch (IOException unreadable) {
            throw new Refused(person.id() + ": " + unreadable.getMessage());
        }
    }

    private Person stranger(Person person) {
        return people.all().stream()
                .filter(other -> !other.id().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean on(Map<String, String> with) throws Refused {
        String word = with.getOrDefault("on", "true");
        if (!word.equals("true") && !word.equals("false")) {
            throw new Refused("\"on\" is true or false, not \"" + word + "\"");
        }
        return word.equals("true");
    }

    @Override
    public String id() {
        return "passport-reader";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PASSPORT_READER;
    }

    @Override
    public String driver() {
        return "pcsc-passport";
    }

    @Override
    public Map<String, String> settings() {
        return daemon.map(own -> Map.of(
                        "reader", "Virtual PCD 00 00", "socket", own.socket().toString()))
                .orElse(Map.of());
    }

    @Override
    public Status state() {
        if (!line.map(VpcdLine::plugged).orElse(true)) {
            return Status.NO_DEVICE;
        }
        return slot.hangs() ? Status.OFFLINE : Status.ONLINE;
    }

    /** With the print, for the person at the bench types it in. */
    @Override
    public Map<String, String> about() {
        Map<String, String> words = new TreeMap<>();
        words.put("document", slot.label().orElse(""));
        shown.ifPresent(print -> {
            words.put("number", print.number());
            words.put("birth", print.birth());
            words.put("expiry", print.expiry());
            words.put("can", print.can());
        });
        return words;
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return List.of();
    }

    @Override
    public void close() {
        line.ifPresent(VpcdLine::close);
        daemon.ifPresent(Pcscd::close);
    }
}
