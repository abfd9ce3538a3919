package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every driver of a face camera keeps. A subclass says how to open one and what stands before its lens. */
public abstract class FaceCameraKit {
    /** What stands before the lens. */
    public enum Before {
        PERSON,
        SOMEBODY_ELSE,
        NOBODY,
        TWO,
        /** The person's photograph, held up. */
        PHOTO
    }

    /** Opens the camera under test; called again after it went away. */
    protected abstract FaceCamera open() throws DeviceAway;

    /** Puts it before the lens; frames that arrive after this call show it. */
    protected abstract void put(Before what);

    /** Breaks the link until {@link #replug}. */
    protected abstract void unplug();

    protected abstract void replug();

    /** The link stays and frames stop, until {@link #replug}. */
    protected abstract void hang();

    /** The photograph of {@link Before#PERSON}. */
    protected abstract Portrait reference();

    /** A JPEG without a face. */
    protected abstract Portrait faceless();

    private FaceCamera camera;

    @BeforeEach
    void open_with_the_person_before_it() throws DeviceAway {
        put(Before.PERSON);
        camera = open();
    }

    @AfterEach
    void close_it() {
        camera.close();
    }

    private Look look(Before what, long millis) throws DeviceAway {
        byte[] earlier = camera.preview().orElseThrow().jpeg();
        put(what);
        await(() -> changed(earlier), "the camera to see it");
        return camera.compare(reference(), Patience.ofMillis(millis));
    }

    private boolean changed(byte[] earlier) {
        return camera.preview()
                .filter(now -> !Arrays.equals(now.jpeg(), earlier))
                .isPresent();
    }

    @Test
    void the_same_person_is_the_same_before_patience_is_over_with_a_still_that_passes_too() throws DeviceAway {
        Patience patience = Patience.ofMillis(20_000);
        Look.Same same = assertInstanceOf(Look.Same.class, camera.compare(reference(), patience));
        assertTrue(patience.leftMillis() > 10_000, "took longer than ten seconds");
        Look.Judgement judgement = same.judgement();
        assertTrue(judgement.quality() > 0 && judgement.quality() <= 1);
        assertEquals(Math.rint(judgement.score() * 100), judgement.score() * 100, 1e-9, "a band, not a template");
        assertFalse(judgement.model().isBlank());
        assertInstanceOf(Look.Same.class, camera.compare(same.still(), Patience.ofMillis(20_000)));
    }

    @Test
    void somebody_else_is_never_the_same() throws DeviceAway {
        Look look = look(Before.SOMEBODY_ELSE, 2500);
        assertTrue(look instanceof Look.Different || look instanceof Look.Unsure, () -> "was " + look.getClass());
    }

    @Test
    void nobody_and_two_are_said_when_patience_is_over() throws DeviceAway {
        assertEquals(new Look.Nobody(), look(Before.NOBODY, 2000));
        assertEquals(new Look.Several(), look(Before.TWO, 2500));
    }

    @Test
    void a_held_up_photo_is_at_most_the_same_with_its_liveness_told_honestly() throws DeviceAway {
        if (look(Before.PHOTO, 2500) instanceof Look.Same same) {
            assertEquals(Look.Liveness.NOT_CHECKED, same.judgement().liveness());
        }
    }

    @Test
    void a_reference_without_a_face_fails_at_once() throws DeviceAway {
        Patience patience = Patience.ofMillis(20_000);
        Look.Failed failed = assertInstanceOf(Look.Failed.class, camera.compare(faceless(), patience));
        assertEquals(Fault.Kind.GARBLED, failed.fault().kind());
        Portrait rubbish = new Portrait(new byte[] {1, 2, 3});
        assertInstanceOf(Look.Failed.class, camera.compare(rubbish, patience));
        assertTrue(patience.leftMillis() > 10_000);
    }

    @Test
    void a_cancelled_comparison_ends_soon() throws Exception {
        put(Before.NOBODY);
        Patience patience = Patience.ofMillis(60_000);
        Thread canceller = Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            patience.cancel();
        });
        long from = System.nanoTime();
        camera.compare(reference(), patience);
        assertTrue(System.nanoTime() - from < Duration.ofSeconds(3).toNanos());
        canceller.join();
    }

    @Test
    void the_preview_is_a_fresh_jpeg_and_the_pulse_is_well() throws DeviceAway {
        byte[] jpeg = camera.preview().orElseThrow().jpeg();
        assertEquals((byte) 0xff, jpeg[0]);
        assertEquals((byte) 0xd8, jpeg[1]);
        assertEquals(Pulse.well(Media.NOT_SUPPORTED), camera.pulse());
    }

    @Test
    void a_camera_that_hangs_is_offline_without_preview_and_comes_back() throws DeviceAway {
        hang();
        await(() -> camera.preview().isEmpty(), "the preview to end");
        Pulse pulse = camera.pulse();
        assertEquals(Status.OFFLINE, pulse.status());
        assertEquals(Fault.Kind.SILENT, pulse.fault().orElseThrow().kind());
        Look.Failed failed = assertInstanceOf(Look.Failed.class, camera.compare(reference(), Patience.ofMillis(500)));
        assertEquals(Fault.Kind.SILENT, failed.fault().kind());
        replug();
        await(() -> camera.preview().isPresent(), "the preview to come back");
        assertEquals(Status.ONLINE, camera.pulse().status());
    }

    @Test
    void an_unplugged_camera_is_away_and_opens_again_after_replugging() throws DeviceAway {
        unplug();
        await(() -> away(camera), "the pulse to say that it is away");
        assertThrows(DeviceAway.class, () -> camera.compare(reference(), Patience.ofMillis(500)));
        camera.close();
        DeviceAway away = assertThrows(DeviceAway.class, this::open);
        assertEquals(Fault.Kind.LOST, away.fault().kind());
        replug();
        camera = open();
        assertInstanceOf(Look.Same.class, camera.compare(reference(), Patience.ofMillis(20_000)));
    }

    @Test
    void closing_ends_a_comparison_and_can_be_done_twice() throws Exception {
        put(Before.NOBODY);
        Device closing = camera;
        Thread closer = Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            closing.close();
        });
        long from = System.nanoTime();
        try {
            camera.compare(reference(), Patience.ofMillis(60_000));
        } catch (DeviceAway away) {
            assertEquals(Fault.Kind.LOST, away.fault().kind());
        }
        assertTrue(System.nanoTime() - from < Duration.ofSeconds(3).toNanos());
        closer.join();
        camera.close();
    }

    @Test
    void nothing_personal_is_in_a_text_form() throws DeviceAway {
        assertEquals("[withheld]", camera.preview().orElseThrow().toString());
        Look look = camera.compare(reference(), Patience.ofMillis(20_000));
        assertFalse(look.toString().contains(Arrays.toString(reference().jpeg())));
        assertTrue(look.toString().contains("[withheld]"), look.toString());
    }

    private static boolean away(FaceCamera camera) {
        try {
            camera.pulse();
            return false;
        } catch (DeviceAway away) {
            return away.fault().kind() == Fault.Kind.LOST;
        }
    }

    private static void await(BooleanSupplier fact, String what) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "waited ten seconds for " + what);
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
