package io.zizhu.driver.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.keep.Keeper;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.camera.CameraPeer;
import io.zizhu.tck.FaceCameraKit;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The OpenCV driver at the bench's camera, over its real wire. */
class FaceOpenCvTest extends FaceCameraKit {
    private final CameraPeer peer;
    private boolean unplugged;

    FaceOpenCvTest() throws IOException {
        peer = new CameraPeer(0, io.zizhu.sim.peer.people.People.load(People.FOLDER));
    }

    @AfterEach
    void put_the_camera_away() {
        peer.close();
    }

    private Binding binding() {
        Map<String, String> settings = new HashMap<>(peer.settings());
        settings.put("models", People.MODELS.toString());
        settings.put("thresholds", People.THRESHOLDS.toString());
        return new Binding(new DeviceId(peer.id()), peer.driver(), settings);
    }

    @Override
    protected FaceCamera open() throws DeviceAway {
        return (FaceCamera) new FaceDriver().open(binding());
    }

    private void act(String act, Map<String, String> with) {
        try {
            peer.act(act, with);
        } catch (Refused reason) {
            throw new IllegalStateException(reason);
        }
    }

    @Override
    protected void put(Before what) {
        act(
                "show",
                switch (what) {
                    case PERSON -> Map.of("person", "p04");
                    case SOMEBODY_ELSE -> Map.of("person", "p12");
                    case NOBODY -> Map.of("as", "nobody");
                    case TWO -> Map.of("person", "p04", "as", "two");
                    case PHOTO -> Map.of("person", "p04", "as", "photo");
                });
    }

    @Override
    protected void unplug() {
        act("unplug", Map.of());
        unplugged = true;
    }

    @Override
    protected void replug() {
        act(unplugged ? "replug" : "clear", Map.of());
        unplugged = false;
    }

    @Override
    protected void hang() {
        act("hang", Map.of());
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
    void a_turned_head_decides_nothing_and_a_slow_camera_still_decides() throws DeviceAway {
        try (FaceCamera camera = open()) {
            act("show", Map.of("person", "p04", "as", "turn-left"));
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            assertEquals(new Look.Nobody(), camera.compare(reference(), Patience.ofMillis(1500)));
            act("slow", Map.of());
            put(Before.PERSON);
            assertInstanceOf(Look.Same.class, camera.compare(reference(), Patience.ofMillis(15_000)));
        }
    }

    @Test
    void noise_takes_the_camera_away_until_it_ends() {
        try (Keeper<FaceCamera> keeper =
                new Keeper<>(FaceCamera.class, new FaceDriver(), binding(), InstantSource.system(), state -> {})) {
            await(() -> keeper.state().online());
            act("noise", Map.of());
            await(() -> keeper.state().fault().map(Fault::kind).equals(java.util.Optional.of(Fault.Kind.GARBLED)));
            act("clear", Map.of());
            await(() -> keeper.state().online());
        }
    }

    private static void await(BooleanSupplier fact) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "waited 20 s");
            LockSupport.parkNanos(10_000_000L);
        }
    }
}
