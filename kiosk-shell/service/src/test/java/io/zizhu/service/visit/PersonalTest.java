package io.zizhu.service.visit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.service.Items;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.port.Signature;
import io.zizhu.service.port.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whichever way a visit ends, the pictures and fingers that came into it are overwritten. */
class PersonalTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Portrait onCard = new Portrait(new byte[] {1, 1});
    private final FingerTemplate finger = new FingerTemplate(FingerTemplate.Form.CARD_GA_490, new byte[] {2, 2});
    private final Portrait onFile = new Portrait(new byte[] {3, 3});
    private final Portrait taken = new Portrait(new byte[] {4, 4});
    private final Signature signature = new Signature(Items.SIGNATURE.strokes(), new byte[] {5, 5});

    private final FakeJournal journal = new FakeJournal();
    private final FakeDevices devices = new FakeDevices();
    private final FakeCentre centre = new FakeCentre();
    private final List<Shown> screen = new CopyOnWriteArrayList<>();
    private Counter counter = counter(LONG);

    @BeforeEach
    void a_card_with_everything() {
        IdCard plain = Items.card();
        devices.card = new IdCard(
                        plain.kind(),
                        plain.name(),
                        plain.sex(),
                        plain.nation(),
                        plain.birth(),
                        plain.address(),
                        plain.number(),
                        plain.authority(),
                        plain.validFrom(),
                        plain.validTo(),
                        Optional.of(onCard))
                .with(IdCard.More.NONE.with(List.of(finger), Optional.empty()));
        devices.still = taken;
        centre.portrait = onFile;
    }

    @AfterEach
    void close() {
        journal.revive();
        counter.close();
    }

    private Counter counter(Duration idle) {
        Timing timing =
                new Timing(idle, Duration.ofMillis(50), LONG, LONG, LONG, Duration.ofMillis(5), LONG, LONG, LONG, LONG);
        Counter made = new Counter(
                Items::shelf,
                journal,
                devices,
                new FakePaper(),
                centre,
                Clock.fixed(Items.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                ZoneOffset.UTC,
                timing);
        made.watch(screen::add);
        return made;
    }

    private static void await(String what, BooleanSupplier fact) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain: " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void act(String scene, Act act) {
        await(scene, () -> screen.getLast().scene().word().equals(scene));
        counter.act(screen.getLast().number(), act);
    }

    private void upToTheSignature() {
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("id-card-renewal"));
        act("guide", new Act.Next());
        act("consent", new Act.Next());
        act("form", new Act.Submit(Map.of("reason", "expired", "delivery", "post")));
        act("photo", new Act.PickPhoto("live"));
        act("check", new Act.Next());
        await("sign", () -> screen.getLast().scene().word().equals("sign"));
        assertArrayEquals(new byte[] {1, 1}, onCard.jpeg());
        assertArrayEquals(new byte[] {4, 4}, taken.jpeg());
    }

    private void pictures() {
        await("the card's picture", () -> zero(onCard.jpeg()));
        await("the finger", () -> zero(finger.bytes()));
        await("the register's picture", () -> zero(onFile.jpeg()));
        await("the picture taken", () -> zero(taken.jpeg()));
    }

    private static boolean zero(byte[] bytes) {
        return bytes[0] == 0 && bytes[1] == 0;
    }

    @Test
    void when_it_is_done() {
        upToTheSignature();
        act("sign", new Act.Sign(signature));
        act("outcome", new Act.Next());
        assertFalse(zero(onCard.jpeg()), "not before the end");
        act("rate", new Act.Rate(5));
        pictures();
        await("the signature", () -> zero(signature.png()));
    }

    @Test
    void when_its_person_leaves() {
        upToTheSignature();
        act("sign", new Act.Quit());
        pictures();
    }

    @Test
    void when_nobody_is_there_any_more() {
        counter = counter(Duration.ofSeconds(2));
        upToTheSignature();
        pictures();
    }

    @Test
    void when_the_pad_is_gone() {
        devices.wayAway = Way.CARD;
        upToTheSignature();
        act("sign", new Act.Sign(signature));
        act("trouble", new Act.Quit());
        pictures();
        await("the signature", () -> zero(signature.png()));
    }

    @Test
    void when_the_journal_breaks() {
        upToTheSignature();
        journal.cutBefore(_ -> true);
        act("sign", new Act.Quit());
        pictures();
    }

    @Test
    void when_the_terminal_stops() {
        upToTheSignature();
        counter.close();
        pictures();
    }

    @Test
    void when_the_card_comes_after_its_person_has_gone() {
        devices.holdReader = true;
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        act("guide", new Act.Next());
        act("consent", new Act.Next());
        act("identify", new Act.Quit());
        await("bye", () -> screen.getLast().scene().word().equals("bye"));
        devices.holdReader = false;
        await("the late card", () -> zero(onCard.jpeg()) && zero(finger.bytes()));
    }
}
