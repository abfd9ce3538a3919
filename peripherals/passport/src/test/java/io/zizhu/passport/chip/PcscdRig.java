package io.zizhu.passport.chip;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.sim.peer.passport.PassportPeer;
import io.zizhu.sim.peer.passport.Pcscd;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The software chip in the virtual reader of a real pcscd, and the driver as it is shipped. */
final class PcscdRig implements Rig {
    /** One for this JVM: libpcsclite learns once where the service listens. */
    private static final Path FOLDER = folder();

    private final Pcscd daemon;
    private final PassportPeer peer;
    private final Driver driver = new PcscPassportDriver();

    PcscdRig() throws Exception {
        daemon = new Pcscd(FOLDER);
        peer = new PassportPeer(Utopia.people(), daemon);
        peer.act("replug", Map.of());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("passport");
        } catch (IOException full) {
            throw new AssertionError("no folder for pcscd", full);
        }
    }

    PassportPeer peer() {
        return peer;
    }

    @Override
    public Driver driver() {
        return driver;
    }

    @Override
    public Binding binding() {
        Map<String, String> settings = new HashMap<>(peer.settings());
        settings.put("poll-ms", "20");
        settings.put("silence-ms", "2500");
        return new Binding(new DeviceId(peer.id()), driver.id(), settings);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Exception {
        if (act.equals("hang")) {
            stand(with.get("on").equals("true"));
        } else {
            peer.act(act, with);
        }
    }

    /** Stops the daemon as a debugger would: its clients wait in native code. */
    private void stand(boolean still) throws Exception {
        String process = Long.toString(daemon.process().orElseThrow().pid());
        new ProcessBuilder("kill", still ? "-STOP" : "-CONT", process).start().waitFor();
    }

    @Override
    public void midway(String act, Map<String, String> with) {
        int before = peer.tape().pieces().size();
        Thread.ofVirtual().name("midway").start(() -> {
            Await.fact("a file is read", peer::about, () -> reading(before));
            try {
                act(act, with);
            } catch (Exception broken) {
                throw new AssertionError("the rig cannot " + act, broken);
            }
        });
    }

    private boolean reading(int before) {
        return peer.tape().pieces().stream()
                .skip(before)
                .anyMatch(piece -> piece.way().equals("in") && piece.hex().startsWith("0cb0"));
    }

    @Override
    public void close() throws Exception {
        if (daemon.process().isPresent()) {
            stand(false);
        }
        peer.close();
        try (Stream<Path> left = Files.walk(FOLDER)) {
            for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
