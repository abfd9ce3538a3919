package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.sim.peer.zvt.ZvtSerialPeer;
import io.zizhu.tck.Await;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A serial line as the kernel gives it: jSerialComm with two stop bits at one end of a pseudo terminal. */
final class ZvtPtyTest {
    private static final Amount FEE = Amount.fen(2000);

    @TempDir
    private Path folder;

    private ZvtSerialPeer peer;

    @BeforeEach
    void plugIn() throws Exception {
        peer = new ZvtSerialPeer(new Pty(folder.resolve("pad")));
        peer.act("replug", Map.of());
    }

    @AfterEach
    void unplug() {
        peer.close();
    }

    private PayPad open() throws DeviceAway {
        Binding binding = new Binding(
                new DeviceId("pay-pad"),
                peer.driver(),
                Map.of("port", peer.settings().getOrDefault("port", ""), "baud", "9600"));
        return (PayPad) new ZvtSerialDriver().open(binding);
    }

    private CompletableFuture<Charge> charge(PayPad pad) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return pad.charge(FEE, Patience.ofMillis(20_000));
                    } catch (DeviceAway away) {
                        throw new AssertionError(away);
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void a_payment_a_cable_pulled_and_a_line_that_comes_back() throws Exception {
        try (PayPad pad = open()) {
            CompletableFuture<Charge> first = charge(pad);
            Await.fact("a card is awaited", peer::state, () -> peer.state() == Status.DEVICE_BUSY);
            peer.act("tap", Map.of());
            assertInstanceOf(
                    Charge.Approved.class, first.orTimeout(20, TimeUnit.SECONDS).join());
            assertEquals(2000, peer.ledger().taken());

            Mark before = pad.mark(Patience.ofMillis(5_000));
            CompletableFuture<Charge> second = charge(pad);
            Await.fact("a card is awaited", peer::state, () -> peer.state() == Status.DEVICE_BUSY);
            peer.act("unplug", Map.of());
            assertInstanceOf(
                    Charge.Unknown.class, second.orTimeout(20, TimeUnit.SECONDS).join());
            peer.act("replug", Map.of());
            assertInstanceOf(Charge.Cancelled.class, pad.settle(before, FEE, Patience.ofMillis(10_000)));
            assertEquals(1, peer.ledger().approvals());
        }
    }
}
