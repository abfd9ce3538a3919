package io.zizhu.terminal.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.profile.Ability;
import io.zizhu.tck.Await;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What payment by code keeps beyond the kit. */
@Timeout(30)
class QrPadTest {
    private static final Amount TWENTY_YUAN = Amount.fen(2000);

    private OfficeRig rig = OfficeRig.of("show");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void the_order_that_the_mark_names_is_the_order_that_is_paid_even_by_a_device_opened_in_between() throws Exception {
        Mark mark;
        try (PayPad first = pad()) {
            mark = first.mark(patience());
        }
        assertTrue(mark.receipt().length() <= 40 && mark.receipt().startsWith("t-0001-"), mark::receipt);
        try (PayPad second = pad()) {
            CompletableFuture<Charge> charge = begin(second, patience());
            Await.fact("an order", rig.office()::orders, rig.office()::waiting);
            rig.act("tap", Map.of());
            assertEquals(
                    mark.receipt(),
                    assertInstanceOf(Charge.Approved.class, charge.join())
                            .receipt()
                            .number());
            assertNotEquals(mark.receipt(), second.mark(patience()).receipt());
        }
    }

    @Test
    void the_code_is_there_while_it_waits_and_gone_afterwards() throws Exception {
        try (PayPad pad = pad()) {
            assertTrue(pad.abilities().contains(Ability.SHOW_CODE));
            Patience patience = patience();
            CompletableFuture<Charge> charge = begin(pad, patience);
            Await.fact("a code", rig.office()::orders, () -> pad.code().isPresent());
            assertTrue(pad.code().orElseThrow().content().startsWith("https://pay.example/"));
            assertEquals("[withheld]", pad.code().orElseThrow().toString());
            patience.cancel();
            assertInstanceOf(Charge.Cancelled.class, charge.join());
            assertEquals(Optional.empty(), pad.code());
        }
    }

    @Test
    void what_was_settled_as_not_charged_can_never_be_charged_under_that_number() throws Exception {
        try (PayPad pad = pad()) {
            Mark mark = pad.mark(patience());
            assertInstanceOf(Charge.Cancelled.class, pad.settle(mark, TWENTY_YUAN, patience()));
            assertInstanceOf(
                    io.zizhu.service.port.PayOffice.Order.Closed.class,
                    rig.office().show(mark.receipt(), TWENTY_YUAN, Duration.ofSeconds(1)));
        }
    }

    @Test
    void a_payers_code_goes_to_the_office_once_and_is_wiped() throws Exception {
        rescan();
        try (PayPad pad = pad()) {
            CompletableFuture<Charge> charge = begin(pad, patience());
            Await.fact("a payer", rig.office()::orders, rig.office()::waiting);
            assertEquals(1, rig.office().payers().size());
            rig.act("tap", Map.of());
            assertInstanceOf(Charge.Approved.class, charge.join());
        }
        assertFalse(rig.scanner().given.orElseThrow().text().contains("2"), "wiped");
    }

    @Test
    void nobody_with_a_code_is_cancelled_and_no_order_is_made() throws Exception {
        rescan();
        rig.scanner().held = Optional.empty();
        try (PayPad pad = pad()) {
            assertInstanceOf(Charge.Cancelled.class, pad.charge(TWENTY_YUAN, Patience.ofMillis(150)));
        }
        assertTrue(rig.scanner().asked);
        assertEquals(0, rig.office().orders());
    }

    @Test
    void a_scanner_that_somebody_has_or_that_goes_away_fails_before_any_order_is_made() throws Exception {
        rescan();
        rig.scanner().held = Optional.empty();
        try (PayPad pad = pad()) {
            try (var lease =
                    rig.scanner().keeper.lease("staff", Duration.ofMinutes(1)).orElseThrow()) {
                assertEquals("staff", lease.owner());
                assertEquals(Fault.Kind.BUSY, failed(pad.charge(TWENTY_YUAN, patience())));
            }
            CompletableFuture<Charge> charge = begin(pad, patience());
            Await.fact("asked", () -> "", () -> rig.scanner().asked);
            rig.scanner().pulled = true;
            assertEquals(Fault.Kind.LOST, failed(charge.join()));
        }
        assertEquals(0, rig.office().orders());
    }

    private void rescan() {
        rig.close();
        rig = OfficeRig.of("scan");
    }

    private static Fault.Kind failed(Charge charge) {
        return assertInstanceOf(Charge.Failed.class, charge).fault().kind();
    }

    private PayPad pad() throws Exception {
        return (PayPad) rig.driver().open(rig.binding());
    }

    private static Patience patience() {
        return Patience.of(Duration.ofSeconds(20));
    }

    private static CompletableFuture<Charge> begin(PayPad pad, Patience patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pad.charge(TWENTY_YUAN, patience);
            } catch (Exception away) {
                throw new AssertionError(away);
            }
        });
    }
}
