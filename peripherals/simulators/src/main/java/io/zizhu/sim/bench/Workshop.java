package io.zizhu.sim.bench;

import io.zizhu.sim.bench.cut.CutBook;
import io.zizhu.sim.bench.cut.CutPeer;
import io.zizhu.sim.bench.cut.CutPlug;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.cabinet.CabinetPeer;
import io.zizhu.sim.peer.camera.CameraPeer;
import io.zizhu.sim.peer.dispense.DispenserTrade;
import io.zizhu.sim.peer.dispense.EndorsementTrade;
import io.zizhu.sim.peer.dispense.LockerTrade;
import io.zizhu.sim.peer.escpos.EscposPeer;
import io.zizhu.sim.peer.escpos.FontChain;
import io.zizhu.sim.peer.finger.FingerTrade;
import io.zizhu.sim.peer.ipp.IppPeer;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.passport.PassportPeer;
import io.zizhu.sim.peer.passport.Pcscd;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.sim.peer.sam.SamPeer;
import io.zizhu.sim.peer.scan.ScanPeer;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.sim.peer.ups.UpsPeer;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the devices of the training terminal, each plugged in; another one is one more line.
 *
 * @param earlier the TCP port that a device had before
 * @param cuts where the terminal shall be killed on a device's line
 */
record Workshop(BenchOptions options, People people, Map<String, Integer> earlier, Optional<CutBook> cuts) {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    List<Peer> devices() throws IOException {
        Path data = options.data();
        List<Peer> peers = new ArrayList<>(List.of(
                plugged(new SamPeer(people, line("id-reader"))),
                at("face-camera", port -> CameraPeer.face(port, people)),
                at("document-camera", port -> CameraPeer.document(port, people)),
                at("finger-reader", port -> new TrainingPeer(port, new FingerTrade(people))),
                at("certificate-printer", port -> new IppPeer(port, data.resolve("out"))),
                plugged(new EscposPeer(FontChain.of(options.fonts()), line("receipt-printer"))),
                at("pay-pad", ZvtPeer::new),
                plugged(new ScanPeer(line("code-scanner"))),
                plugged(new CabinetPeer(line("cabinet"))),
                at("ups", UpsPeer::new),
                at("card-dispenser", port -> new TrainingPeer(port, new DispenserTrade())),
                at("endorsement-machine", port -> new TrainingPeer(port, new EndorsementTrade())),
                at("locker", port -> new TrainingPeer(port, new LockerTrade()))));
        passports(data.resolve("pcscd")).ifPresent(peers::add);
        return List.copyOf(peers);
    }

    private SerialPlug line(String id) {
        SerialPlug pty = new Pty(options.data().resolve("pty").resolve(id));
        return cuts.<SerialPlug>map(book -> new CutPlug(book, id, pty)).orElse(pty);
    }

    /** Where the machine has a PC/SC daemon and lets it run in a namespace of its own; else there is none. */
    private Optional<Peer> passports(Path folder) {
        if (!Pcscd.installed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(plugged(new PassportPeer(people, new Pcscd(folder))));
        } catch (IOException trouble) {
            LOG.warn("no passport reader: {}", trouble.getMessage());
            return Optional.empty();
        }
    }

    private static Peer plugged(Peer serial) throws IOException {
        try {
            serial.act("replug", Map.of());
            return serial;
        } catch (Refused trouble) {
            throw new IOException(serial.id() + ": " + trouble.getMessage(), trouble);
        }
    }

    /** At the port it had before, or at any free one where somebody else sits there now; behind a door that cuts, if any. */
    private Peer at(String id, IntFunction<Peer> make) {
        if (cuts.isPresent()) {
            int port = Ports.free();
            return new CutPeer(cuts.get(), make.apply(port), port);
        }
        Integer port = earlier.get(id);
        if (port != null) {
            try {
                return make.apply(port);
            } catch (UncheckedIOException taken) {
                return make.apply(0);
            }
        }
        return make.apply(0);
    }
}
