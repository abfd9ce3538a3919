package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.driver.link.MemoryLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Byte for byte what the till says, and when; a scripted pad at the far end. */
final class DialogueTest {
    private static final String AUTHORISATION = "06010a04000000002000490156";
    private static final String APPROVAL = "040f152700" + "04000000002000" + "0b007001" + "2929001234" + "870001";
    private static final String ACCEPTANCE = "800000";

    private final MemoryLink line = new MemoryLink();
    private final ZvtPad pad = new ZvtPad(
            new PadLine(new PadLine.Session(new BareWire(line, "memory"), "29001234"), _ -> fail("never dials")),
            new ZvtSettings("memory", 0, "CNY", 156));
    private final InputStream heard = line.farInput();
    private final OutputStream said = line.farOutput();

    private CompletableFuture<Charge> charge(long millis) {
        return CompletableFuture.supplyAsync(() -> pad.charge(Amount.fen(2000), Patience.ofMillis(millis)));
    }

    private static Charge end(CompletableFuture<Charge> charge) {
        return charge.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void say(String hex) throws IOException {
        said.write(HexFormat.of().parseHex(hex));
    }

    /** The till's next bytes are exactly these. */
    private void hears(String hex) throws IOException {
        assertEquals(hex, HexFormat.of().formatHex(heard.readNBytes(hex.length() / 2)));
    }

    private void hearsNothingMore() throws IOException {
        line.close();
        assertEquals("", HexFormat.of().formatHex(heard.readAllBytes()));
    }

    @Test
    void the_till_accepts_every_message_of_the_pad_and_never_its_acceptance() throws Exception {
        CompletableFuture<Charge> charge = charge(20_000);
        hears(AUTHORISATION);
        say(ACCEPTANCE);
        say("04ff010a");
        hears(ACCEPTANCE);
        say("06d119" + "00" + HexFormat.of().formatHex("CARD 6217001234567890123".getBytes(StandardCharsets.US_ASCII)));
        hears(ACCEPTANCE);
        say(APPROVAL);
        hears(ACCEPTANCE);
        say("060f00");
        hears(ACCEPTANCE);
        Charge.Approved approved = assertInstanceOf(Charge.Approved.class, end(charge));
        assertEquals("0001", approved.receipt().number());
        assertEquals("007001", approved.receipt().trace());
        assertEquals(List.of("CARD 621700*********0123"), pad.receiptText());
        hearsNothingMore();
    }

    @Test
    void a_till_that_closes_while_idle_logs_off() throws Exception {
        pad.close();
        hears("060200");
        hearsNothingMore();
    }

    @Test
    void a_pad_that_needs_its_initialisation_gets_it() throws Exception {
        CompletableFuture<Pulse> pulse = CompletableFuture.supplyAsync(this::pulse);
        hears("050103000000");
        say(ACCEPTANCE + "060f07" + "f0f0f3312e30" + "51"); // version 1.0
        hears(ACCEPTANCE);
        hears("069303000000");
        say(ACCEPTANCE + "060f00");
        hears(ACCEPTANCE);
        assertEquals(Status.ONLINE, pulse.orTimeout(10, TimeUnit.SECONDS).join().status());
    }

    private Pulse pulse() {
        try {
            return pad.pulse();
        } catch (DeviceAway away) {
            throw new AssertionError(away);
        }
    }

    @Test
    void a_busy_pad_is_waited_for_and_a_refusal_means_that_nothing_began() throws Exception {
        CompletableFuture<Charge> charge = charge(20_000);
        hears(AUTHORISATION);
        say("849c00");
        say("848300");
        assertInstanceOf(Charge.Failed.class, end(charge));
        hearsNothingMore();
    }

    @Test
    void patience_that_ends_aborts_once_and_an_approval_that_was_faster_counts() throws Exception {
        CompletableFuture<Charge> charge = charge(2_000);
        hears(AUTHORISATION);
        say(ACCEPTANCE);
        hears("06b000");
        say("848300"); // too late to abort
        say(APPROVAL);
        hears(ACCEPTANCE);
        say("060f00");
        hears(ACCEPTANCE);
        assertInstanceOf(Charge.Approved.class, end(charge));
        hearsNothingMore();
    }

    @Test
    void an_approval_without_its_completion_is_unknown_for_the_pad_may_take_it_back() throws Exception {
        CompletableFuture<Charge> charge = charge(20_000);
        hears(AUTHORISATION);
        say(ACCEPTANCE);
        say(APPROVAL);
        hears(ACCEPTANCE);
        line.close();
        assertEquals(
                Fault.Kind.LOST,
                assertInstanceOf(Charge.Unknown.class, end(charge)).fault().kind());
    }

    @Test
    void an_approval_of_another_amount_is_unknown() throws Exception {
        CompletableFuture<Charge> charge = charge(20_000);
        hears(AUTHORISATION);
        say(ACCEPTANCE);
        say(APPROVAL.replace("04000000002000", "04000000001000"));
        hears(ACCEPTANCE);
        say("060f00");
        assertInstanceOf(Charge.Unknown.class, end(charge));
    }
}
