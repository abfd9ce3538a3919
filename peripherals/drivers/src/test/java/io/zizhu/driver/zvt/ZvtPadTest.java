package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import io.zizhu.tck.pay.PayPadKit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ZvtPadTest extends PayPadKit {
    private ZvtPeer peer;

    @Override
    protected Rig rig() {
        peer = new ZvtPeer(0);
        return new PeerRig(new ZvtTcpDriver(), peer);
    }

    @Override
    protected boolean waiting() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected long taken() {
        return peer.ledger().taken();
    }

    @Override
    protected boolean oneTillAtATime() {
        return true;
    }

    @Override
    protected int approvals() {
        return peer.ledger().approvals();
    }

    @Test
    void an_outcome_held_back_at_the_pad_comes_when_it_is_released() throws Exception {
        awaitOnline();
        far().act("hold", Map.of("then", "keep"));
        far().act("auto", Map.of("do", "tap"));
        Patience patience = Patience.ofMillis(20_000);
        CompletableFuture<Charge> charge = begin(
                patience,
                device -> device.charge(Amount.fen(100), patience),
                missed -> new Charge.Unknown(missed.fault()));
        Await.fact("booked", peer::state, () -> approvals() == 1);
        assertFalse(charge.isDone());
        Await.fact("held", peer::state, this::released);
        assertInstanceOf(
                Charge.Approved.class, charge.orTimeout(20, TimeUnit.SECONDS).join());
        assertEquals(
                "{\"receipt\":\"0001\",\"trace\":\"007001\",\"amount\":100,\"currency\":\"CNY\",\"state\":\"standing\"}",
                new String(peer.out().getFirst().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void a_lost_payment_is_asked_for_on_a_new_link_dialled_for_as_long_as_patience_lasts() throws Exception {
        awaitOnline(); // a keeper that is still dialling would end the line dialled below
        keeper().close(); // here the driver is on its own
        far().act("auto", Map.of("do", "tap"));
        far().act("lose", Map.of("then", "keep"));
        Amount amount = Amount.fen(100);
        try (PayPad pad = (PayPad) far().driver().open(far().binding())) {
            Mark before = pad.mark(Patience.ofMillis(5_000));
            assertInstanceOf(Charge.Unknown.class, pad.charge(amount, Patience.ofMillis(20_000)));
            assertInstanceOf(Charge.Approved.class, pad.settle(before, amount, Patience.ofMillis(5_000)));

            far().act("lose", Map.of("then", "void"));
            Mark second = pad.mark(Patience.ofMillis(5_000));
            assertInstanceOf(Charge.Unknown.class, pad.charge(amount, Patience.ofMillis(20_000)));
            far().act("unplug", Map.of());
            assertInstanceOf(Charge.Unknown.class, pad.settle(second, amount, Patience.ofMillis(500)));
            CompletableFuture<Charge> settled =
                    CompletableFuture.supplyAsync(() -> settle(pad, second, amount), Thread::startVirtualThread);
            far().act("replug", Map.of());
            assertInstanceOf(
                    Charge.Cancelled.class,
                    settled.orTimeout(20, TimeUnit.SECONDS).join());
        }
    }

    private static Charge settle(PayPad pad, Mark before, Amount amount) {
        try {
            return pad.settle(before, amount, Patience.ofMillis(10_000));
        } catch (DeviceAway away) {
            throw new AssertionError(away);
        }
    }

    private boolean released() {
        try {
            peer.act("release", Map.of());
            return true;
        } catch (Refused notYet) {
            return false;
        }
    }
}
