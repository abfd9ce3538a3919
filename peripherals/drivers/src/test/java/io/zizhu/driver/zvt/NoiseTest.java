package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.driver.link.MemoryLink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever the line says, a charge ends in time, with a value, and never as approved. */
final class NoiseTest {
    private static final ZvtSettings SETTINGS = new ZvtSettings("memory", 0, "CNY", 156);

    @Test
    void a_charge_against_random_bytes_ends_in_time_and_is_never_approved() throws Exception {
        neverApproved(line -> new BareWire(line, "memory"));
    }

    @Test
    void nor_on_a_serial_line() throws Exception {
        neverApproved(line -> new FramedWire(line, "memory"));
    }

    private static void neverApproved(Function<MemoryLink, Wire> wire) throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Charge>> charges = new ArrayList<>();
            for (long seed = 0; seed < 64; seed++) {
                Random random = new Random(seed);
                charges.add(hands.submit(() -> charge(random, wire)));
            }
            for (int seed = 0; seed < charges.size(); seed++) {
                assertFalse(charges.get(seed).get() instanceof Charge.Approved, "seed " + seed);
            }
        }
    }

    private static Charge charge(Random random, Function<MemoryLink, Wire> wire) {
        MemoryLink line = new MemoryLink();
        ZvtPad pad = new ZvtPad(
                new PadLine(new PadLine.Session(wire.apply(line), ""), _ -> fail("a charge never dials")), SETTINGS);
        Thread.ofVirtual().start(() -> chatter(line, random));
        long from = System.nanoTime();
        Charge charge = pad.charge(Amount.fen(2000), Patience.ofMillis(400));
        assertTrue(System.nanoTime() - from < Duration.ofSeconds(10).toNanos());
        line.close();
        return charge;
    }

    /** Real heads now and then, so that the noise also reaches what is behind them. */
    private static void chatter(MemoryLink line, Random random) {
        byte[][] heads = {
            {(byte) 0x80, 0, 0},
            {4, (byte) 0xFF, 1},
            {4, 0x0F, 40},
            {(byte) 0x84, (byte) 0x9C, 0},
            {6},
            {0x10, 2, 4, 15}
        };
        try (OutputStream out = line.farOutput()) {
            for (int i = 0; i < 60; i++) {
                if (random.nextInt(3) > 0) {
                    out.write(heads[random.nextInt(heads.length)]);
                }
                byte[] noise = new byte[random.nextInt(48)];
                random.nextBytes(noise);
                out.write(noise);
            }
            line.farInput().readAllBytes(); // keeps the line up until the driver lets go
        } catch (IOException cut) {
            line.close(); // the driver let go first
        }
    }
}
