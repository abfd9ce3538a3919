package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.camera.DocumentCamera;
import io.zizhu.device.camera.Scan;
import io.zizhu.device.camera.Shot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every document camera must keep, beside what every camera must. The rig knows {@code show {document, person, as:
 * still|moving}} and {@code remove}.
 */
public abstract class DocumentCameraKit extends CameraKit<DocumentCamera> {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Somebody whose papers the rig can lay down. */
    protected abstract String person();

    /** How wide and high the far end's pictures are. */
    protected abstract int width();

    protected abstract int height();

    @Override
    protected final Class<DocumentCamera> contract() {
        return DocumentCamera.class;
    }

    @Test
    void a_document_laid_down_while_waiting_is_taken_as_the_camera_saw_it() throws Exception {
        awaitOnline();
        lay("still", "household");
        media(Media.PRESENT);
        Scan scan = taken(shoot(LONG));
        assertEquals(width() + "x" + height(), scan.width() + "x" + scan.height());
        assertEquals((byte) 0xff, scan.jpeg()[0]);
        assertEquals((byte) 0xd8, scan.jpeg()[1]);
        assertEquals("[withheld]", scan.toString());
        scan.wipe();
        assertEquals(0, scan.jpeg()[0]);
        far().act("remove", Map.of());
        media(Media.NOT_PRESENT);
        CompletableFuture<Shot> shot = begin(Patience.of(LONG));
        lay("still", "card");
        taken(outcome(shot));
    }

    @Test
    void an_empty_tray_is_nothing_within_patience_and_soon_after_cancel() {
        awaitOnline();
        long start = System.nanoTime();
        assertInstanceOf(Shot.Nothing.class, shoot(Duration.ofMillis(700)));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took >= 650 && took < 2_500, "took " + took + " ms");
        Patience patience = Patience.of(LONG);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Shot> shot = begin(
                patience,
                camera -> {
                    begun.complete(true);
                    return camera.shoot(patience);
                },
                missed -> new Shot.Failed(missed.fault()));
        begun.join();
        patience.cancel();
        assertInstanceOf(Shot.Nothing.class, shot.orTimeout(3, TimeUnit.SECONDS).join());
    }

    @Test
    void a_document_that_is_not_at_rest_has_moved_and_can_be_laid_down_again() throws Exception {
        awaitOnline();
        lay("moving", "lease");
        assertEquals(Fault.Kind.MOVED, failed(shoot(Duration.ofMillis(1_500))).kind());
        lay("still", "lease");
        taken(shoot(LONG));
    }

    @Test
    void nothing_is_taken_through_a_covered_lens() throws Exception {
        awaitOnline();
        lay("still", "lease");
        far().act("cover", Map.of());
        Await.fact("covered", this::told, () -> !keeper().state().online());
        assertEquals(Fault.Kind.BROKEN, failed(shoot(Duration.ofMillis(800))).kind());
        far().act("uncover", Map.of());
        awaitOnline();
        taken(shoot(LONG));
    }

    @Test
    void slow_frames_are_waited_for() throws Exception {
        awaitOnline();
        lay("still", "household");
        act("slow", true);
        taken(shoot(LONG.multipliedBy(2)));
    }

    @Test
    void noise_is_no_picture_and_takes_the_camera_away_until_it_ends() throws Exception {
        awaitOnline();
        act("noise", true);
        Await.fact("garbled", this::told, () -> keeper().state()
                .fault()
                .filter(fault -> fault.kind() == Fault.Kind.GARBLED)
                .isPresent());
        act("noise", false);
        awaitOnline();
    }

    @Test
    void a_plug_that_is_pulled_and_frames_that_stop_end_a_shot_long_before_patience_does() throws Exception {
        awaitOnline();
        CompletableFuture<Shot> lost = begin(Patience.ofMillis(30_000));
        far().act("unplug", Map.of());
        assertEquals(
                Fault.Kind.LOST,
                failed(lost.orTimeout(10, TimeUnit.SECONDS).join()).kind());
        far().act("replug", Map.of());
        awaitOnline();
        CompletableFuture<Shot> silent = begin(Patience.ofMillis(30_000));
        act("hang", true);
        assertEquals(Fault.Kind.SILENT, failed(outcome(silent)).kind());
        act("hang", false);
        awaitOnline();
    }

    private void lay(String as, String document) throws Exception {
        far().act("show", Map.of("person", person(), "document", document, "as", as));
    }

    private void media(Media media) {
        Await.fact(
                "document " + media,
                this::told,
                () -> keeper().state().supplies().get(Spot.DOCUMENT) == media);
        assertEquals(media, keeper().state().media());
    }

    private Shot shoot(Duration patience) {
        return outcome(begin(Patience.of(patience)));
    }

    private CompletableFuture<Shot> begin(Patience patience) {
        return begin(patience, camera -> camera.shoot(patience), missed -> new Shot.Failed(missed.fault()));
    }

    private static Shot outcome(CompletableFuture<Shot> shot) {
        return shot.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Scan taken(Shot shot) {
        return assertInstanceOf(Shot.Taken.class, shot, shot::toString).scan();
    }

    private static Fault failed(Shot shot) {
        return assertInstanceOf(Shot.Failed.class, shot, shot::toString).fault();
    }
}
