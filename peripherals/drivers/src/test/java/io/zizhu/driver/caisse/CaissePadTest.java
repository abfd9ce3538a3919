package io.zizhu.driver.caisse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.caisse.CaissePeer;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import io.zizhu.tck.pay.PayPadKit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The kit on a protocol without a count, an abort or a reversal; and what only such a pad does. */
final class CaissePadTest extends PayPadKit {
    private CaissePeer peer;

    @Override
    protected Rig rig() {
        peer = new CaissePeer(0);
        return new PeerRig(new CaisseTcpDriver(), peer);
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
    protected int approvals() {
        return peer.ledger().approvals();
    }

    @Override
    protected boolean oneTillAtATime() {
        return true;
    }

    @Test
    void who_taps_after_we_gave_up_has_paid_and_only_a_person_finds_out() throws Exception {
        awaitOnline();
        Patience patience = Patience.ofMillis(60_000);
        CompletableFuture<Charge> charge = begin(
                patience,
                device -> device.charge(Amount.fen(2000), patience),
                missed -> new Charge.Unknown(missed.fault()));
        Await.fact("a card is awaited", peer::state, this::waiting);
        patience.cancel();
        assertEquals(
                FindOut.LOOK,
                assertInstanceOf(
                                Charge.Unknown.class,
                                charge.orTimeout(20, TimeUnit.SECONDS).join())
                        .findOut());
        peer.act("tap", Map.of());
        Await.fact("booked", peer::state, () -> peer.ledger().approvals() == 1);
        assertEquals(2000, peer.ledger().taken());
    }
}
