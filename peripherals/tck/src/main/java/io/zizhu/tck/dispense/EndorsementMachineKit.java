package io.zizhu.tck.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.dispense.Endorsed;
import io.zizhu.device.dispense.Endorsement;
import io.zizhu.device.dispense.EndorsementMachine;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Taken;
import io.zizhu.device.keep.Act;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every endorsement machine must keep. The rig knows besides {@code insert {as: permit|bank}} and {@code empty
 * refill {store: ribbon}}.
 */
public abstract class EndorsementMachineKit extends PresenterKit<EndorsementMachine> {
    private static final Endorsement ENDORSEMENT =
            new Endorsement(List.of("训练 SPECIMEN", "2026.11.21 - 2027.02.20"), new byte[] {1, 2, 3});

    /** How many cards were endorsed well. */
    protected abstract int endorsed();

    @Override
    protected final Class<EndorsementMachine> contract() {
        return EndorsementMachine.class;
    }

    @Override
    protected final void prepare() throws Exception {
        far().act("insert", Map.of());
        assertInstanceOf(Taken.In.class, takeIn(LONG));
    }

    @Override
    protected final Act<EndorsementMachine, Handover> bringing(Patience patience) {
        return device -> device.giveBack(patience);
    }

    private Taken takeIn(Duration duration) {
        Patience patience = Patience.of(duration);
        return begin(patience, device -> device.takeIn(patience), missed -> new Taken.Failed(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private Endorsed endorse() {
        Patience patience = Patience.of(LONG);
        return begin(
                        patience,
                        device -> device.endorse(ENDORSEMENT, patience),
                        missed -> missed.begun()
                                ? new Endorsed.Unknown(missed.fault())
                                : new Endorsed.Refused(missed.fault()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void a_permit_is_taken_in_endorsed_once_and_given_back() throws Exception {
        awaitOnline();
        assertInstanceOf(Taken.Nothing.class, takeIn(Duration.ofMillis(200)));
        far().act("insert", Map.of("as", "bank"));
        assertEquals(
                Fault.Kind.REFUSED,
                assertInstanceOf(Taken.Failed.class, takeIn(LONG)).fault().kind());
        assertInstanceOf(Endorsed.Refused.class, endorse(), "no card is in the machine");
        assertInstanceOf(Handover.Refused.class, bring(), "nor can one be given back");
        prepare();
        awaitSpot(Spot.CARD, Media.PRESENT);
        assertInstanceOf(Endorsed.Done.class, endorse());
        assertEquals(1, endorsed());
        assertInstanceOf(Handover.Presented.class, bring());
        awaitSpot(Spot.CARD, Media.NOT_PRESENT);
    }

    @Test
    void without_ribbon_the_card_stays_as_it_is_and_can_be_given_back() throws Exception {
        ready();
        far().act("empty", Map.of("store", "ribbon"));
        awaitSpot(Spot.TONER, Media.OUT);
        assertEquals(
                Fault.Kind.MEDIA,
                assertInstanceOf(Endorsed.Refused.class, endorse()).fault().kind());
        assertEquals(0, endorsed());
        assertInstanceOf(Handover.Presented.class, bring());
    }

    @Test
    void a_card_that_slips_is_spoilt_and_a_machine_that_falls_silent_leaves_it_unknown() throws Exception {
        ready();
        far().act("jam", Map.of());
        assertInstanceOf(Endorsed.Spoilt.class, endorse());
        assertEquals(0, endorsed());
        far().act("clear", Map.of());
        awaitSpot(Spot.EXIT, Media.NOT_PRESENT);
        assumeTrue(far().offers("hang"));
        far().midway("hang", Map.of("on", "true"));
        assertInstanceOf(Endorsed.Unknown.class, endorse());
        far().act("clear", Map.of());
        awaitOnline();
    }

    @Test
    void what_names_a_person_is_withheld() throws Exception {
        awaitOnline();
        far().act("insert", Map.of());
        Taken.In in = assertInstanceOf(Taken.In.class, takeIn(LONG));
        assertFalse(in.number().isBlank());
        assertFalse(in.toString().contains(in.number()));
        assertTrue(ENDORSEMENT.toString().contains("withheld"));
    }
}
