package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every driver of a face camera keeps, beside what every camera must. The rig knows {@code show {person, as:
 * photo|two|nobody}}.
 */
public abstract class FaceCameraKit extends CameraKit<FaceCamera> {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Two people the rig can show, neither like the other. */
    protected abstract String person();

    protected abstract String anotherPerson();

    /** The photograph of {@link #person}. */
    protected abstract Portrait reference();

    /** A JPEG without a face. */
    protected abstract Portrait faceless();

    @Override
    protected final Class<FaceCamera> contract() {
        return FaceCamera.class;
    }

    @Test
    void the_same_person_is_the_same_before_patience_is_over_with_a_still_that_passes_too() throws Exception {
        awaitOnline();
        assertEquals(Media.NOT_SUPPORTED, keeper().state().media());
        show(person(), "person");
        Patience patience = Patience.of(LONG);
        Look.Same same = assertInstanceOf(Look.Same.class, compare(reference(), patience));
        assertTrue(patience.leftMillis() > 10_000, "took longer than ten seconds");
        Look.Judgement judgement = same.judgement();
        assertTrue(judgement.quality() > 0 && judgement.quality() <= 1);
        assertEquals(Math.rint(judgement.score() * 100), judgement.score() * 100, 1e-9, "a band, not a template");
        assertFalse(judgement.model().isBlank());
        assertInstanceOf(Look.Same.class, compare(same.still(), Patience.of(LONG)));
        assertTrue(same.toString().contains("[withheld]"), same::toString);
        byte[] jpeg = preview().orElseThrow().jpeg();
        assertEquals((byte) 0xff, jpeg[0]);
        assertEquals((byte) 0xd8, jpeg[1]);
        assertEquals("[withheld]", preview().orElseThrow().toString());
    }

    @Test
    void somebody_else_is_never_the_same_and_a_photo_only_with_its_liveness_told_honestly() throws Exception {
        awaitOnline();
        show(anotherPerson(), "person");
        Look look = compare(reference(), Patience.ofMillis(2_500));
        assertTrue(look instanceof Look.Different || look instanceof Look.Unsure, () -> "was " + look.getClass());
        show(person(), "photo");
        if (compare(reference(), Patience.ofMillis(2_500)) instanceof Look.Same same) {
            assertEquals(Look.Liveness.NOT_CHECKED, same.judgement().liveness());
        }
    }

    @Test
    void nobody_and_two_are_said_when_patience_is_over() throws Exception {
        awaitOnline();
        show(person(), "two");
        assertEquals(new Look.Several(), compare(reference(), Patience.ofMillis(2_500)));
        show(person(), "nobody");
        assertEquals(new Look.Nobody(), compare(reference(), Patience.ofMillis(1_500)));
    }

    @Test
    void a_reference_without_a_face_fails_at_once_and_a_cancelled_comparison_ends_soon() {
        awaitOnline();
        Patience patience = Patience.of(LONG);
        Look.Failed failed = assertInstanceOf(Look.Failed.class, compare(faceless(), patience));
        assertEquals(Fault.Kind.GARBLED, failed.fault().kind());
        assertInstanceOf(Look.Failed.class, compare(new Portrait(new byte[] {1, 2, 3}), patience));
        assertTrue(patience.leftMillis() > 10_000);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Look> look = begin(
                patience,
                camera -> {
                    begun.complete(true);
                    return camera.compare(reference(), patience);
                },
                missed -> new Look.Failed(missed.fault()));
        begun.join();
        patience.cancel();
        look.orTimeout(3, TimeUnit.SECONDS).join();
    }

    @Test
    void a_camera_whose_frames_stop_has_no_preview_and_says_so() throws Exception {
        awaitOnline();
        act("hang", true);
        Await.fact("no preview", this::told, () -> preview().isEmpty());
        Look.Failed failed = assertInstanceOf(Look.Failed.class, compare(reference(), Patience.ofMillis(500)));
        assertEquals(Fault.Kind.SILENT, failed.fault().kind());
        act("hang", false);
        Await.fact("a preview", this::told, () -> preview().isPresent());
        awaitOnline();
    }

    @Test
    void unplugged_half_way_a_comparison_fails_and_it_compares_again_after_replugging() throws Exception {
        awaitOnline();
        show(person(), "nobody");
        CompletableFuture<Look> look = begin(
                Patience.of(LONG),
                camera -> camera.compare(reference(), Patience.of(LONG)),
                missed -> new Look.Failed(missed.fault()));
        far().act("unplug", Map.of());
        Look.Failed failed = assertInstanceOf(
                Look.Failed.class, look.orTimeout(10, TimeUnit.SECONDS).join());
        assertEquals(Fault.Kind.LOST, failed.fault().kind());
        far().act("replug", Map.of());
        awaitOnline();
        show(person(), "person");
        assertInstanceOf(Look.Same.class, compare(reference(), Patience.of(LONG)));
    }

    /** Returns once the camera has seen it. */
    private void show(String person, String as) throws Exception {
        byte[] earlier = preview().orElseThrow().jpeg();
        Map<String, String> with = new HashMap<>(Map.of("person", person, "as", as));
        far().act("show", with);
        Await.fact("the camera to see it", this::told, () -> preview()
                .filter(now -> now.jpeg().length != earlier.length || !Arrays.equals(now.jpeg(), earlier))
                .isPresent());
    }

    private Optional<Portrait> preview() {
        return keeper().peek(FaceCamera::preview).flatMap(now -> now);
    }

    private Look compare(Portrait reference, Patience patience) {
        return keeper().ask(
                        patience,
                        camera -> camera.compare(reference, patience),
                        missed -> new Look.Failed(missed.fault()));
    }
}
