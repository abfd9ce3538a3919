package io.zizhu.driver.document;

import io.zizhu.driver.CameraRig;
import io.zizhu.driver.face.People;
import io.zizhu.sim.peer.camera.CameraPeer;
import io.zizhu.tck.DocumentCameraKit;
import io.zizhu.tck.Rig;
import java.io.IOException;
import java.util.Map;

/** The document driver at the bench's tray, over its real wire. */
class DocumentOpenCvKitTest extends DocumentCameraKit {
    @Override
    protected Rig rig() throws IOException {
        return new CameraRig(
                new DocumentDriver(),
                CameraPeer.document(0, io.zizhu.sim.peer.people.People.load(People.FOLDER)),
                Map.of("frozen-after", "2"));
    }

    @Override
    protected String person() {
        return "p03";
    }

    @Override
    protected int width() {
        return 1280;
    }

    @Override
    protected int height() {
        return 960;
    }
}
