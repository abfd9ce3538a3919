package io.zizhu.measure;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.Reading;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.SerialLink;
import io.zizhu.driver.sam.PhotoDecoder;
import io.zizhu.driver.sam.SamDriver;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.sim.peer.sam.SamPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One identity card over a real PTY whose far end keeps to wire speed, from the first byte of FIND to the last byte of
 * READ, beside the time the same bytes need on the wire. The far end thinks for no time at all, as no real module does.
 */
final class Card {
    private static final int BAUD = 115_200;
    private static final int WARM = 5;
    private static final int READS = 20;

    private final Path folder;

    Card(Path folder) {
        this.folder = folder;
    }

    List<Row> rows() throws Exception {
        People people = People.load(folder);
        Samples took = new Samples();
        Watch watch = new Watch();
        try (Scratch scratch = Scratch.named("card");
                Pty pty = new Pty(scratch.place().resolve("id-reader"));
                SamPeer peer = new SamPeer(people)) {
            pty.replug((in, out) -> peer.serve(WireSpeed.of(in, BAUD), WireSpeed.of(out, BAUD)));
            Binding binding = new Binding(new DeviceId("id-reader"), "sam-serial", pty.settings());
            SamDriver driver = new SamDriver(each -> watch.on(SerialLink.plug(each)), PhotoDecoder.none());
            try (CardReader reader = (CardReader) driver.open(binding)) {
                for (int i = 0; i < WARM + READS; i++) {
                    peer.act("present", Map.of("person", "p01"));
                    watch.reset();
                    Reading reading = reader.read(Patience.of(Duration.ofSeconds(5)));
                    if (!(reading instanceof Reading.Card)) {
                        throw new IllegalStateException("no card was read: " + reading);
                    }
                    peer.act("remove", Map.of());
                    if (i >= WARM) {
                        took.addNanos(watch.nanos());
                    }
                }
            }
        }
        double wire = watch.bytes() * WireSpeed.BITS * 1000.0 / BAUD;
        String what = "card: first byte of FIND to last byte of READ, ";
        String bare = "wire time of the same " + watch.bytes() + " bytes at " + BAUD + " baud";
        return List.of(
                new Row(what + "median of " + READS, took.median(), wire, "ms", bare),
                new Row(what + "slowest", took.at(1), wire, "ms", bare));
    }

    /** Clocks a link: the first byte out, the last byte in, how many both ways. The reader's thread alone. */
    private static final class Watch {
        private long first;
        private long last;
        private long bytes;

        void reset() {
            first = 0;
            last = 0;
            bytes = 0;
        }

        long nanos() {
            return last - first;
        }

        long bytes() {
            return bytes;
        }

        private void sends(int count) {
            first = first == 0 ? System.nanoTime() : first;
            bytes += count;
        }

        private void receives(int count) {
            last = count > 0 ? System.nanoTime() : last;
            bytes += count;
        }

        Link on(Link link) {
            return new Link() {
                @Override
                public void send(byte[] message) throws DeviceAway {
                    sends(message.length);
                    link.send(message);
                }

                @Override
                public byte[] receive(Patience patience) throws DeviceAway {
                    byte[] came = link.receive(patience);
                    receives(came.length);
                    return came;
                }

                @Override
                public void drain() {
                    link.drain();
                }

                @Override
                public void close() {
                    link.close();
                }
            };
        }
    }
}
