package io.zizhu.driver.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.driver.CameraRig;
import io.zizhu.sim.peer.camera.CameraPeer;
import io.zizhu.tck.Await;
import io.zizhu.tck.FaceCameraKit;
import io.zizhu.tck.Rig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The OpenCV driver at the bench's camera, over its real wire. */
class FaceOpenCvTest extends FaceCameraKit {
    @Override
    protected Rig rig() throws IOException {
        CameraPeer peer = CameraPeer.face(0, io.zizhu.sim.peer.people.People.load(People.FOLDER));
        return new CameraRig(
                new FaceDriver(),
                peer,
                Map.of(
                        "models", People.MODELS.toString(),
                        "thresholds", People.THRESHOLDS.toString(),
                        "frozen-after", "2"));
    }

    @Override
    protected String person() {
        return "p04";
    }

    @Override
    protected String anotherPerson() {
        return "p12";
    }

    @Override
    protected Portrait reference() {
        return People.idPhoto(4);
    }

    @Override
    protected Portrait faceless() {
        return new Portrait(People.empty());
    }

    @Test
    void a_turned_head_decides_nothing_and_a_slow_camera_still_decides() throws Exception {
        awaitOnline();
        far().act("show", Map.of("person", "p04", "as", "turn-left"));
        long seen = System.nanoTime() + 400_000_000L; // three frames
        Await.fact("the turned head", this::told, () -> System.nanoTime() > seen);
        assertEquals(new Look.Nobody(), compared(1_500));
        act("slow", true);
        far().act("show", Map.of("person", "p04"));
        assertInstanceOf(Look.Same.class, compared(15_000));
    }

    private Look compared(long millis) {
        Patience patience = Patience.ofMillis(millis);
        return keeper().ask(
                        patience,
                        camera -> camera.compare(reference(), patience),
                        missed -> new Look.Failed(missed.fault()));
    }

    @Test
    void noise_takes_the_camera_away_until_it_ends() throws Exception {
        awaitOnline();
        act("noise", true);
        Await.fact(
                "garbled",
                this::told,
                () -> keeper().state().fault().map(Fault::kind).equals(Optional.of(Fault.Kind.GARBLED)));
        act("noise", false);
        awaitOnline();
    }
}
