package io.zizhu.measure;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.driver.escpos.EscposSerialDriver;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.SerialLink;
import io.zizhu.sim.peer.escpos.EscposPeer;
import io.zizhu.sim.peer.escpos.FontChain;
import io.zizhu.sim.peer.pty.Pty;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One slip over a real PTY whose far end keeps to wire speed, from the call to {@code Out}; beside it all bytes that the
 * driver sent for it in one write to the same port, until as many bytes have come back. By turns. The far end prints in no
 * time, as no real printer does.
 */
final class SlipTime {
    private static final int BAUD = 115_200;
    private static final int WARM = 3;
    private static final int TURNS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Slip SLIP = new Slip(List.of(
            new Slip.Line.Text("训练 样张", Slip.Style.TITLE),
            new Slip.Line.Text("受理编号 A1234-5678", Slip.Style.PLAIN),
            new Slip.Line.Text("金额 20.00 CNY", Slip.Style.BOLD),
            new Slip.Line.Qr("https://example.org/check/A1234-5678"),
            new Slip.Line.Rule(),
            new Slip.Line.Text("请在三日后凭本回执领取。请妥善保管。", Slip.Style.PLAIN),
            new Slip.Line.Text("Collect after three days with this slip. Keep it safe.", Slip.Style.PLAIN)));

    List<Row> rows() throws Exception {
        Samples mine = new Samples();
        Samples bare = new Samples();
        EscposPeer peer = new EscposPeer(FontChain.of(Optional.empty()));
        try (Scratch scratch = Scratch.named("slip");
                Pty pty = new Pty(scratch.place().resolve("receipt-printer"))) {
            pty.replug((in, out) -> peer.serve(WireSpeed.of(in, BAUD), WireSpeed.of(out, BAUD)));
            Binding binding = new Binding(new DeviceId("receipt-printer"), "escpos-serial", pty.settings());
            for (int turn = 0; turn < WARM + TURNS; turn++) {
                boolean warm = turn >= WARM;
                Both both = new Both();
                long took = printed(binding, both);
                if (warm) {
                    mine.addNanos(took);
                }
                took = raw(binding, both);
                if (warm) {
                    bare.addNanos(took);
                }
            }
        }
        if (peer.out().size() != 2 * (WARM + TURNS)) {
            throw new IllegalStateException(peer.out().size() + " slips came out");
        }
        String what = "one slip, call to Out, ";
        String alternative = "the driver's own bytes in one write to the same port";
        return List.of(
                new Row(what + "median of " + TURNS, mine.median(), bare.median(), "ms", alternative),
                new Row(what + "slowest", mine.at(1), bare.at(1), "ms", alternative));
    }

    private static long printed(Binding binding, Both both) throws DeviceAway {
        EscposSerialDriver driver = new EscposSerialDriver(each -> both.on(SerialLink.plug(each)));
        try (SlipPrinter printer = (SlipPrinter) driver.open(binding)) {
            both.forget();
            long began = System.nanoTime();
            Sheet sheet = printer.print(SLIP, Patience.of(LIMIT));
            long took = System.nanoTime() - began;
            if (!(sheet instanceof Sheet.Out)) {
                throw new IllegalStateException("no slip: " + sheet);
            }
            return took;
        }
    }

    private static long raw(Binding binding, Both both) throws DeviceAway {
        try (Link link = SerialLink.plug(binding)) {
            Patience patience = Patience.of(LIMIT);
            long began = System.nanoTime();
            link.send(both.sent.toByteArray());
            for (int came = 0; came < both.received; ) {
                byte[] chunk = link.receive(patience);
                came += chunk.length;
                if (chunk.length == 0) {
                    throw new IllegalStateException(came + " of " + both.received + " bytes came back");
                }
            }
            return System.nanoTime() - began;
        }
    }

    /** What went both ways over a link. */
    private static final class Both {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private int received;

        void forget() {
            sent.reset();
            received = 0;
        }

        Link on(Link link) {
            return new Link() {
                @Override
                public void send(byte[] bytes) throws DeviceAway {
                    sent.writeBytes(bytes);
                    link.send(bytes);
                }

                @Override
                public byte[] receive(Patience patience) throws DeviceAway {
                    byte[] came = link.receive(patience);
                    received += came.length;
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
