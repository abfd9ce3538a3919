package io.zizhu.driver.face;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Portrait;
import io.zizhu.tck.FaceCameraKit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The OpenCV driver at a camera on the network. */
class FaceOpenCvTest extends FaceCameraKit {
    private final Feeder feeder = new Feeder();

    @AfterEach
    void put_the_camera_away() {
        feeder.close();
    }

    @Override
    protected FaceCamera open() throws DeviceAway {
        Map<String, String> settings = Map.of(
                "source", "tcp:127.0.0.1:" + feeder.port(),
                "models", People.MODELS.toString(),
                "thresholds", People.THRESHOLDS.toString());
        return (FaceCamera) new FaceDriver().open(new Binding(new DeviceId("face-camera"), "face-opencv", settings));
    }

    @Override
    protected void put(Before what) {
        feeder.show(
                switch (what) {
                    case PERSON -> People.picture(4, "live-1");
                    case SOMEBODY_ELSE -> People.picture(12, "live-1");
                    case NOBODY -> People.empty();
                    case TWO -> People.two(4, 12);
                    case PHOTO -> People.photo(4);
                });
    }

    @Override
    protected void unplug() {
        feeder.unplug();
    }

    @Override
    protected void replug() {
        feeder.replug();
    }

    @Override
    protected void hang() {
        feeder.hang();
    }

    @Override
    protected Portrait reference() {
        return People.idPhoto(4);
    }

    @Override
    protected Portrait faceless() {
        return new Portrait(People.empty());
    }
}
